import Checking
import Course
import Foundation
import Lessons
import Runner
import Testing
import Torch
import Transcripts

/// What stands in for a student's functions that hand on a framework's types, which cross no pipe.
@Suite(
  "Given functions of the framework's lesson", .serialized, .enabled(if: Framework.isAvailable))
struct FrameworkGivenTests {
  /// The verdicts on the model answers with one thing changed.
  func results(changing old: String, to new: String) throws -> [String: ExerciseResult] {
    let place = FileManager.default.temporaryDirectory.path + "/framework-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: place) }
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    for name in ["lessons", "Exercises"] {
      try FileManager.default.copyItem(
        atPath: "\(Submission.root)/\(name)", toPath: "\(place)/\(name)")
    }
    let copy = CourseFolder(root: place)
    let curriculum = try Curriculum(copy, knownExercises: courseExercises.map(\.id))
    let titles = Dictionary(uniqueKeysWithValues: courseExercises.map { ($0.id, $0.title) })
    let lesson = try #require(curriculum.lesson("05"))
    for lesson in curriculum.foundations(of: lesson) where lesson.frontMatter.exercises != nil {
      let file = try #require(ExerciseFile(lesson, titles: titles, modules: .recurrentNetworks))
      try copy.write(file.text, to: "Exercises/\(file.name)")
    }
    let answers = try String(
      contentsOfFile: Submission.root + "/Sources/FrameworkReference/Framework.swift",
      encoding: .utf8
    ).replacing("public import", with: "import").replacing("public ", with: "")
    try #require(answers.contains(old))
    try copy.write(
      "import StudentRuntime\n" + answers.replacing(old, with: new),
      to: "Exercises/05-Framework.swift")
    var modules = CourseModules.recurrentNetworks
    modules.modelAnswers = [try #require(Products.executable("lesson")), "model-answers"]
    let run = LessonRun(
      folder: copy, curriculum: curriculum, exercises: courseExercises, modules: modules,
      toolchain: try Toolchain.find())
    let transcript = try run.transcript(of: lesson, subject: .student)
    return Dictionary(uniqueKeysWithValues: transcript.exercises.map { ($0.id, $0) })
  }

  @Test("a wrong step costs itself, and not the loop that takes it")
  func wrongStep() throws {
    let results = try results(changing: "  try optimizer.zeroGrad()\n", to: "")
    #expect(results["05.1"]?.verdict.isPassed == true)
    guard case .failed(let failure) = results["05.2"]?.verdict else {
      Issue.record("\(String(describing: results["05.2"]?.verdict))")
      return
    }
    #expect(failure.diagnosis?.name == "gradients that are never cleared")
    #expect(results["05.3"]?.verdict.isPassed == true)
    #expect(results["05.3"]?.standingIn == ["05.2"])
    #expect(results["05.3"]?.together?.isFailure == true)
    #expect(results["05.4"]?.standingIn == [])
  }

  @Test("a wrong network costs itself, and nothing that is made of it")
  func wrongNetwork() throws {
    let results = try results(changing: "bias: outputBias", to: "bias: true")
    #expect(results["05.1"]?.verdict.isFailure == true)
    for id in ["05.2", "05.3", "05.4"] {
      #expect(results[id]?.verdict.isPassed == true, "\(id)")
      #expect(results[id]?.standingIn == ["05.1"], "\(id)")
    }
  }

  @Test("a network that does not compile leaves the others their verdicts")
  func brokenNetwork() throws {
    let results = try results(
      changing: "try output(try lstm(inputs).output)", to: "try output(try lstm(input).output)")
    guard case .notCompiled = results["05.1"]?.verdict else {
      Issue.record("\(String(describing: results["05.1"]?.verdict))")
      return
    }
    for id in ["05.2", "05.3", "05.4"] {
      #expect(results[id]?.verdict.isPassed == true, "\(id)")
    }
  }
}
