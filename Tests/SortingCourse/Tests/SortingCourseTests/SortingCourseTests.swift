import Checking
import Foundation
import Lessons
import Runner
import SortingExercises
import Testing
import Transcripts

/// A course on another subject is judged by the kit as ours is.
@Suite("A course made with the kit")
struct SortingCourseTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  @Test("every model answer passes, on ten seeds", arguments: sortingExercises.map(\.id))
  func references(id: String) throws {
    let exercise = try #require(sortingExercises.first { $0.id == id })
    for seed in UInt64(1)...10 {
      let result = exercise.check(seed) { asked, input in
        sortingExercises.first { $0.id == asked }?.reference(input) ?? .noReply("unknown")
      }
      #expect(result.verdict.isPassed, "\(result.verdict)")
    }
  }

  @Test(
    "every misconception is failed and named, on ten seeds", arguments: sortingExercises.map(\.id))
  func mutants(id: String) throws {
    let exercise = try #require(sortingExercises.first { $0.id == id })
    #expect(exercise.mutants.count >= 3)
    for mutant in exercise.mutants {
      for seed in UInt64(1)...10 {
        let result = exercise.check(seed) { _, input in mutant.answer(input) }
        guard case .failed(let failure) = result.verdict else {
          Issue.record("\(mutant.name) is not failed")
          continue
        }
        #expect(failure.diagnosis?.name == mutant.name)
      }
    }
  }

  @Test("the lessons have a slot for every exercise, and nothing is wrong with them")
  func lessons() throws {
    let curriculum = try Curriculum(
      CourseFolder(root: Self.root), knownExercises: sortingExercises.map(\.id))
    #expect(curriculum.errors.isEmpty, "\(curriculum.errors)")
    #expect(curriculum.lessons.flatMap(\.exercises).map(\.id) == sortingExercises.map(\.id))
  }
}
