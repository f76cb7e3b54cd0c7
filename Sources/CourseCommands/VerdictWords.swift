import Runner
import Transcripts

/// What `lesson run` prints below a verdict's line, for other screens.
struct VerdictWords {
  private let course: CourseContext
  private let terminal: Terminal
  /// A summary asks for it; what is said of one verdict does not depend on it.
  private let standing: Standing

  init(_ course: CourseContext, _ terminal: Terminal, _ standing: Standing) {
    self.course = course
    self.terminal = terminal
    self.standing = standing
  }

  /// - Returns: lines without the margin that a summary gives them, folded to so many columns.
  func text(_ result: ExerciseResult, columns: Int) -> String {
    guard let lesson = course.curriculum.lesson(ofExercise: result.id) else { return "" }
    let summary = RunSummary(lesson, standing, terminal, isQuiet: true)
    // A summary's margin is six columns, and here it is two.
    summary.width = columns + 4
    return summary.detail(result).split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("      ") ? String($0.dropFirst(4)) : String($0) }
      .joined(separator: "\n")
  }
}
