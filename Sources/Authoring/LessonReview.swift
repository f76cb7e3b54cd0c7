public import Lessons
import Report
public import Transcripts

/// Looks at one lesson as its author's best friend would before class.
public struct LessonReview {
  public var lesson: Lesson
  /// All of the course, for links and references between lessons.
  public var lessons: [Lesson]
  /// Whether a file exists, by its path below the course's folder.
  public var fileExists: (String) -> Bool

  public init(_ lesson: Lesson, in lessons: [Lesson], fileExists: @escaping (String) -> Bool) {
    self.lesson = lesson
    self.lessons = lessons
    self.fileExists = fileExists
  }

  /// What can be seen before anything runs: links and formulas.
  public func findingsInText() -> [Finding] {
    let anchors = Dictionary(
      lessons.map {
        ($0.file.split(separator: "/").last.map(String.init) ?? $0.file, ReportPage.anchors(of: $0))
      }, uniquingKeysWith: { first, _ in first })
    let links = LinkReview(lesson: lesson, anchors: anchors, fileExists: fileExists).findings()
    let formulas = ReportPage.mathErrors(in: lesson).map { Finding(.formula, $0) }
    return links + formulas
  }

  /// What a run on the untouched starters shows: each must compile, and count as not started.
  public func findings(onStarters transcript: Transcript) -> [Finding] {
    lesson.exercises.compactMap { slot in
      let verdict = transcript.exercises.first { $0.id == slot.id }?.verdict
      switch verdict {
      case .notStarted, .skipped: return nil
      case .notCompiled(let diagnostics):
        let errors = diagnostics.filter { $0.severity == .error }
        // One slip keeps the whole file from being compiled; the starter that it stands in answers.
        let own = errors.first { contains(slot, $0) }
        let isElsewhere = lesson.exercises.contains { other in
          errors.contains { contains(other, $0) }
        }
        if own == nil, isElsewhere { return nil }
        let place = (own ?? errors.first).map { "\($0.file):\($0.line): \($0.message)" }
        return finding(
          .starter, slot, "the starter of \(slot.id) does not compile: \(place ?? "see lesson run")"
        )
      case let other:
        return finding(
          .starter, slot,
          "the starter of \(slot.id) should be not started, and is \(other?.name ?? "not judged"); "
            + "let it end in throw NotImplemented(\"\(slot.id)\")")
      }
    }
  }

  /// What a run on the model answers shows: every exercise passes, every cell runs and is of use, every
  /// figure says what it shows, every number in the prose is computed.
  public func findings(onReference transcript: Transcript) -> [Finding] {
    let exercises = lesson.exercises.compactMap { slot -> Finding? in
      let verdict = transcript.exercises.first { $0.id == slot.id }?.verdict
      guard verdict?.isPassed != true else { return nil }
      var why = verdict?.name ?? "not judged"
      if case .failed(let failure)? = verdict {
        why += ", \(failure.challenge): \(failure.finding)"
      }
      return finding(.reference, slot, "the model answer of \(slot.id) does not pass: \(why)")
    }
    let cells = CellReview(lesson: lesson, transcript: transcript).findings()
    // The numbers of a lesson that does not run are unknown, not wrong.
    guard exercises.isEmpty, !cells.contains(where: { $0.subject == .cell }) else {
      return exercises + cells
    }
    let numbers = NumberReview(
      lesson: lesson, transcript: transcript, lessonNumbers: Set(lessons.map(\.number)),
      exerciseIDs: Set(lessons.flatMap(\.exercises).map(\.id))
    ).findings()
    return cells + numbers
  }

  private func contains(_ slot: ExerciseSlot, _ error: Diagnostic) -> Bool {
    let line = error.excerpt.split(separator: "\n").first
      .map { $0.trimmingPrefix(while: \.isWhitespace) }
    return line.map { !$0.isEmpty && slot.starter.contains($0) } ?? false
  }

  private func finding(
    _ subject: Finding.Subject, _ slot: ExerciseSlot, _ message: String
  ) -> Finding {
    Finding(subject, file: lesson.file, line: slot.line, message)
  }
}
