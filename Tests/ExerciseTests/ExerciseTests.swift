import Checking
import Course
import Foundation
import Lessons
import Runner
import Testing
import Torch
import Transcripts

/// Your exercises.
///
/// A test is skipped while its exercise is untouched; what fails says why and where.
@Suite("Exercises")
struct ExerciseTests {
  @Test("01.1 the vocabulary") func exercise01_1() throws { try grade("01.1") }
  @Test("01.2 encoding and decoding") func exercise01_2() throws { try grade("01.2") }
  @Test("01.3 one-hot vectors") func exercise01_3() throws { try grade("01.3") }
  @Test("01.4 inputs and targets") func exercise01_4() throws { try grade("01.4") }
  @Test("01.5 the partition") func exercise01_5() throws { try grade("01.5") }
  @Test("02.1 initial parameters") func exercise02_1() throws { try grade("02.1") }
  @Test("02.2 activations") func exercise02_2() throws { try grade("02.2") }
  @Test("02.3 one step") func exercise02_3() throws { try grade("02.3") }
  @Test("02.4 the whole sequence") func exercise02_4() throws { try grade("02.4") }
  @Test("02.5 cross-entropy") func exercise02_5() throws { try grade("02.5") }
  @Test("03.1 the backward pass") func exercise03_1() throws { try grade("03.1") }
  @Test("03.2 the gradient check") func exercise03_2() throws { try grade("03.2") }
  @Test("03.3 clipping") func exercise03_3() throws { try grade("03.3") }
  @Test("03.4 the SGD step") func exercise03_4() throws { try grade("03.4") }
  @Test("03.5 the training loop") func exercise03_5() throws { try grade("03.5") }
  @Test("03.6 generation") func exercise03_6() throws { try grade("03.6") }
  @Test("03.7 the check of a gradient") func exercise03_7() throws { try grade("03.7") }
  @Test("04.1 initial parameters") func exercise04_1() throws { try grade("04.1") }
  @Test("04.2 one step") func exercise04_2() throws { try grade("04.2") }
  @Test("04.3 the whole sequence") func exercise04_3() throws { try grade("04.3") }
  @Test("04.4 the backward pass") func exercise04_4() throws { try grade("04.4") }
  @Test("04.5 the training loop") func exercise04_5() throws { try grade("04.5") }
  @Test("04.6 the check of a trace") func exercise04_6() throws { try grade("04.6") }

  @Test("05.1 the framework's network") func exercise05_1() throws { try grade("05.1") }
  @Test("05.2 one training step") func exercise05_2() throws { try grade("05.2") }
  @Test("05.3 the framework's training loop") func exercise05_3() throws { try grade("05.3") }
  @Test("05.4 the same weights") func exercise05_4() throws { try grade("05.4") }

  @Test("06.1 padding and mask") func exercise06_1() throws { try grade("06.1") }
  @Test("06.2 the loss of a batch") func exercise06_2() throws { try grade("06.2") }
  @Test("06.3 the forward pass of a batch") func exercise06_3() throws { try grade("06.3") }
  @Test("06.4 the backward pass of a batch") func exercise06_4() throws { try grade("06.4") }
  @Test("06.5 one step on a batch") func exercise06_5() throws { try grade("06.5") }
  @Test("06.6 buckets") func exercise06_6() throws { try grade("06.6") }

  @Test("07.1 initial parameters") func exercise07_1() throws { try grade("07.1") }
  @Test("07.2 one step") func exercise07_2() throws { try grade("07.2") }
  @Test("07.3 the whole sequence") func exercise07_3() throws { try grade("07.3") }
  @Test("07.4 the backward pass") func exercise07_4() throws { try grade("07.4") }
  @Test("07.5 the training loop") func exercise07_5() throws { try grade("07.5") }

  @Test("08.1 a language that counts") func exercise08_1() throws { try grade("08.1") }
  @Test("08.2 brackets and a stack") func exercise08_2() throws { try grade("08.2") }
  @Test("08.3 drawing balanced strings") func exercise08_3() throws { try grade("08.3") }
  @Test("08.4 when a prediction is right") func exercise08_4() throws { try grade("08.4") }
  @Test("08.5 how far it counts") func exercise08_5() throws { try grade("08.5") }

  @Test("09.1 a layer that reads vectors") func exercise09_1() throws { try grade("09.1") }
  @Test("09.2 both directions") func exercise09_2() throws { try grade("09.2") }
  @Test("09.3 a stack of levels") func exercise09_3() throws { try grade("09.3") }
  @Test("09.4 the way back through a layer") func exercise09_4() throws { try grade("09.4") }
  @Test("09.5 the way back through both directions") func exercise09_5() throws {
    try grade("09.5")
  }
  @Test("09.6 the way back through a stack") func exercise09_6() throws { try grade("09.6") }

  @Test("every exercise of the course has a test here")
  func complete() throws {
    let text = try String(contentsOfFile: #filePath, encoding: .utf8)
    for exercise in courseExercises {
      #expect(text.contains("try grade(\"\(exercise.id)\")"), "\(exercise.id) has no test")
    }
  }

  private func grade(_ id: String) throws {
    if !Framework.isAvailable, Submission.needsFramework(id) {
      try Test.cancel("this build has no libtorch")
    }
    let result = try #require(try Submission.results.get()[id])
    switch result.verdict {
    case .passed: break
    case .notStarted: try Test.cancel("not started")
    case .skipped(let needs): try Test.cancel("first: \(needs.joined(separator: ", "))")
    default: Issue.record("\(VerdictText(result).text)")
    }
    // What is wrong with the chain is told where it is wrong; here it is only mentioned.
    if let note = VerdictText(result).together { print("\(id): \(note)") }
  }
}

/// The files in Exercises/, judged once through the same child as `lesson run`.
enum Submission {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  static let results: Result<[String: ExerciseResult], any Error> = Result {
    let folder = CourseFolder(root: root)
    let curriculum = try Curriculum(folder, knownExercises: courseExercises.map(\.id))
    let texts = curriculum.lessons.compactMap(\.frontMatter.exercises)
      .map { folder.text(of: "Exercises/\($0)") ?? "" }
    let order = curriculum.graph.closure(of: courseExercises.map(\.id))
      .compactMap { id in courseExercises.first { $0.id == id } }
    var modules = CourseModules.recurrentNetworks
    if let tool = Products.executable("lesson") { modules.modelAnswers = [tool, "model-answers"] }
    let standIns = try StandIns(
      allOf: curriculum, in: folder, exercises: courseExercises, modules: modules,
      toolchain: try Toolchain.find())
    defer { standIns.end() }
    var results: [String: ExerciseResult] = [:]
    // Loading libtorch takes longer than judging all the others: a program of its own.
    for (name, isFramework) in [("student", false), ("framework-student", true)] {
      let exercises = order.filter { needsFramework($0.id) == isFramework }
      if isFramework && !Framework.isAvailable { continue }
      let program = try #require(Products.executable(name))
      let conversation = Conversation(executable: program, root: root)
      defer { conversation.end() }
      let judge = Judge(
        graph: curriculum.graph, seed: Judge.seed(for: texts),
        standIns: isFramework ? nil : standIns)
      results.merge(try judge.results(of: exercises, in: conversation)) { first, _ in first }
    }
    return results
  }

  /// Lesson 05 is written with the framework.
  static func needsFramework(_ id: String) -> Bool { id.hasPrefix("05.") }
}

/// What SwiftPM built beside these tests.
enum Products {
  static func executable(_ name: String) -> String? {
    let own = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    let folders = [
      own.deletingLastPathComponent(), Bundle.main.bundleURL,
      URL(filePath: Submission.root + "/.build/debug"),
    ]
    return folders.map { $0.appending(path: name).path }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}

/// A verdict as a test's message.
struct VerdictText {
  var text: String
  /// What an exercise that is right does with earlier functions that are not.
  var together: String?

  init(_ result: ExerciseResult) {
    switch result.verdict {
    case .failed(let failure):
      text = "\(failure.claim). \(failure.challenge): \(failure.finding)."
      if let diagnosis = failure.diagnosis {
        let causes = diagnosis.causes.map { "\($0.name). \($0.explanation) \($0.question)" }
        text += " This looks like: " + causes.joined(separator: " And: ")
      }
    case .crashed(let crash):
      text = crash.reason + (crash.location.map { ", at \($0)" } ?? "")
    case .timedOut(let seconds): text = "no answer after \(Int(seconds)) s"
    case .memory(let bytes): text = "more than \(bytes >> 20) MB of memory"
    case .notCompiled(let diagnostics):
      text = diagnostics.map { "\($0.file):\($0.line): \($0.message)" }.joined(separator: "\n")
    case .passed, .notStarted, .skipped: text = result.verdict.name
    }
    if let verdict = result.together, result.verdict.isPassed, !verdict.isPassed {
      together = "right, on the model answers of what it builds on; with your own: \(verdict.name)"
    }
    if !result.output.isEmpty { text += "\nprinted:\n\(result.output)" }
  }
}
