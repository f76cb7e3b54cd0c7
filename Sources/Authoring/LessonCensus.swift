public import Lessons
import Report
public import Transcripts

/// How much of everything a lesson has: what a clean check has looked at.
public struct LessonCensus: Sendable, Equatable {
  public var exercises: Int
  public var cells: Int
  public var figures: Int
  public var formulas: Int
  public var numbers: Int

  public init(_ lesson: Lesson, _ transcript: Transcript) {
    exercises = lesson.exercises.count
    cells = lesson.cells.count
    figures = transcript.cells.flatMap(\.events).count {
      if case .figure = $0 { true } else { false }
    }
    formulas = lesson.elements.map { element in
      if case .prose(let block) = element { [block].formulas.count } else { 0 }
    }.reduce(0, +)
    numbers = lesson.proseTexts.flatMap { StatedNumber.all(in: $0.text, line: $0.line) }.count
  }

  /// "5 exercises, 12 cells, 3 figures, 40 formulas, 31 numbers".
  public var words: String {
    [
      (exercises, "exercise"), (cells, "cell"), (figures, "figure"), (formulas, "formula"),
      (numbers, "number"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: ", ")
  }
}
