import Checking
import Contracts
import Course
import Foundation
import Recurrent
import Testing
import Transcripts

@Suite struct CourseTests {
  @Test("the exercises stand in the order of the lessons")
  func order() {
    #expect(
      courseExercises.map(\.id) == [
        "01.1", "01.2", "01.3", "01.4", "01.5", "02.1", "02.2", "02.3", "02.4", "02.5", "03.1",
        "03.2", "03.3", "03.4", "03.5", "03.6", "03.7", "04.1", "04.2", "04.3", "04.4", "04.5",
        "04.6",
        "05.1", "05.2", "05.3", "05.4", "06.1", "06.2", "06.3", "06.4", "06.5", "06.6",
        "07.1", "07.2", "07.3", "07.4", "07.5", "08.1", "08.2", "08.3", "08.4", "08.5",
        "09.1", "09.2", "09.3", "09.4", "09.5", "09.6",
      ])
  }

  @Test("every exercise has points, and a title that no other of its lesson has", arguments: ids)
  func titleAndPoints(id: String) {
    let exercise = course(id)
    #expect(!exercise.title.isEmpty)
    let lesson = courseExercises.filter { $0.id.prefix(2) == id.prefix(2) }
    #expect(lesson.filter { $0.title == exercise.title }.count == 1)
    #expect(exercise.points > 0)
  }

  @Test("every exercise has three hints of at most 80 words", arguments: ids)
  func hints(id: String) {
    let exercise = course(id)
    #expect(exercise.hints.count == 3)
    for hint in exercise.hints {
      let words = hint.split(whereSeparator: \.isWhitespace).count
      #expect((1...80).contains(words), "\(words) words: \(hint)")
      #expect(!hint.contains("\n"))
    }
  }

  @Test("every misconception has a name of its own and asks one question", arguments: ids)
  func questions(id: String) {
    let exercise = course(id)
    #expect(exercise.mutants.count >= 4)
    #expect(Set(exercise.mutants.map(\.name)).count == exercise.mutants.count)
    for mutant in exercise.mutants {
      #expect(mutant.question.hasSuffix("?"), "\(mutant.name)")
      #expect(mutant.question.filter { $0 == "?" }.count == 1, "\(mutant.name)")
      #expect(!mutant.name.hasSuffix("."), "\(mutant.name)")
    }
  }

  @Test("the challenges follow from the seed and change with it", arguments: ids)
  func seeding(id: String) {
    let exercise = course(id)
    #expect(inputs(exercise, 5) == inputs(exercise, 5))
    for other in [6, 5 | 1 << 40] as [UInt64] {
      #expect(inputs(exercise, 5) != inputs(exercise, other))
    }
  }

  @Test("an untouched starter is not a failure", arguments: ids)
  func untouched(id: String) {
    let exercise = course(id)
    let program = Program(exercise.id, raw: { _ in .notImplemented(exercise.id) })
    #expect(program.verdict(exercise.id) == .notStarted)
  }

  @Test(
    "the training curve comes with its figure, right or wrong", arguments: ["03.5", "04.5", "07.5"])
  func figure(id: String) throws {
    let exercise = course(id)
    let right = exercise.check(1, Program().ask)
    let mutant = try #require(exercise.mutants.first)
    let wrong = exercise.check(1, Program(id, raw: mutant.answer).ask)
    for figures in [right.figures, wrong.figures] {
      guard case .lines(let plot) = try #require(figures.first) else {
        Issue.record("not a plot of lines")
        continue
      }
      #expect(plot.series.map(\.role) == [.reference, .student])
      #expect(plot.series.allSatisfy { $0.y.count >= 10 })
    }
  }

  private func inputs(_ exercise: AnyExercise, _ seed: UInt64) -> [Data] {
    var inputs: [Data] = []
    let program = Program()
    _ = exercise.check(seed) { id, input in
      if id == exercise.id { inputs.append(input) }
      return program.ask(id, input)
    }
    return inputs
  }
}
