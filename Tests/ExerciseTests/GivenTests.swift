import Checking
import Course
import Foundation
import Lessons
import Testing
import Transcripts

@testable import Runner

/// The functions in Exercises/Given/, which stand in for a student's.
@Suite("Given functions", .serialized)
struct GivenTests {
  let curriculum: Curriculum
  /// The exercises that another one builds on, but for 03.2, whose function takes a function, which no
  /// message can carry.
  let given: [String]
  /// Those among them that need no framework.
  var needed: [String] { given.filter { !Submission.needsFramework($0) } }

  init() throws {
    curriculum = try Curriculum(
      CourseFolder(root: Submission.root), knownExercises: courseExercises.map(\.id))
    let graph = curriculum.graph
    given = courseExercises.map(\.id).filter { id in
      id != "03.2" && courseExercises.contains { graph.direct($0.id).contains(id) }
    }
  }

  @Test("every exercise that another builds on has one, and no other has")
  func complete() throws {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: Submission.root + "/Exercises/Given")
    #expect(names.sorted() == given.map { "\($0).swift" }.sorted())
  }

  @Test("each gives exactly what the model answer gives, in every challenge")
  func right() throws {
    let place = FileManager.default.temporaryDirectory.path + "/given-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: place) }
    let copy = CourseFolder(root: place)
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: Submission.root + "/Exercises", toPath: place + "/Exercises")
    let titles = Dictionary(uniqueKeysWithValues: courseExercises.map { ($0.id, $0.title) })
    var modules = CourseModules.recurrentNetworks
    modules.modelAnswers = [try #require(Products.executable("lesson")), "model-answers"]
    for lesson in curriculum.lessons {
      let file = try #require(ExerciseFile(lesson, titles: titles, modules: modules))
      try copy.write(file.text, to: "Exercises/\(file.name)")
    }
    let standIns = try StandIns(
      allOf: curriculum, in: copy, exercises: courseExercises, modules: modules,
      toolchain: try Toolchain.find())
    defer { standIns.end() }
    let outcome = try standIns.conversation(replacing: Set(needed), calling: needed)
    guard case .conversation(let conversation) = outcome else {
      Issue.record("the given functions do not compile: \(outcome)")
      return
    }
    for exercise in courseExercises where needed.contains(exercise.id) {
      conversation.counsel = Counsel(for: [exercise.id], answer: standIns.modelAnswer)
      let check = exercise.check(7) { id, input in
        id == exercise.id
          ? conversation.ask(id, input)
          : courseExercises.first { $0.id == id }?.reference(input) ?? .noReply("")
      }
      guard case .passed(_, let worstError) = check.verdict else {
        Issue.record("\(exercise.id): \(check.verdict)")
        continue
      }
      #expect(worstError == 0, "\(exercise.id)")
    }
  }
}
