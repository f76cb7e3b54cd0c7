import Checking
import Lessons
import Progression
import Runner
import Transcripts

/// The lessons of a course as lines of text, for a screen of any width.
struct StandingTable {
  private let standing: Standing
  private let terminal: Terminal
  private let width: Int

  /// Below this many columns an exercise takes two lines.
  private static let narrow = 66

  init(_ standing: Standing, _ terminal: Terminal, width: Int) {
    self.standing = standing
    self.terminal = terminal
    self.width = width
  }

  private var isNarrow: Bool { width < Self.narrow }

  // MARK: - Lessons

  /// One line: the lesson, how many of its exercises pass, its points.
  func line(_ lesson: Lesson) -> String {
    let passed = lesson.exercises.count { standing.state($0.id).isPassed }
    let isRegressed = lesson.exercises.contains { standing.state($0.id).isRegressed }
    let total = lesson.exercises.count
    let symbol =
      isRegressed
      ? terminal.styled("!", .yellow)
      : passed == total ? terminal.styled("✓", .green) : passed > 0 ? "▸" : "·"
    let counts = "\(passed)/\(total) exercises"
    let points = "\(standing.earned(lesson))/\(standing.points(lesson)) points"
    let title = "\(lesson.number) \(lesson.title)"
    guard !isNarrow else {
      return "\(symbol) \(fold(title, 2))\n  "
        + terminal.styled("\(counts) · \(points)", .faint)
    }
    return "\(symbol)  \(padded(title, widestTitle))  \(padded(counts, 15))  \(points)"
  }

  /// Columns of the longest "03 Title".
  private var widestTitle: Int {
    standing.course.curriculum.lessons.map { $0.number.count + 1 + $0.title.count }.max() ?? 0
  }

  // MARK: - Exercises

  /// An exercise with its points and how it stands.
  func line(_ exercise: AnyExercise) -> String {
    let state = standing.state(exercise.id)
    let points = "\(state.earned)/\(exercise.points)"
    let words = words(state)
    guard !isNarrow else {
      let second = ([points + (exercise.points == 1 ? " point" : " points")] + words)
        .joined(separator: " · ")
      return "  \(symbol(state)) \(fold("\(exercise.id) \(exercise.title)", 4))\n    "
        + terminal.styled(fold(second, 4), .faint)
    }
    let title = padded("\(exercise.id) \(exercise.title)", widestExercise)
    guard !words.isEmpty else { return "     \(symbol(state)) \(title)  \(points)" }
    let line = "     \(symbol(state)) \(title)  \(padded(points, 5))"
    let text = words.joined(separator: " · ")
    let style: Terminal.Style = state.isRegressed ? .yellow : .faint
    // What does not fit behind the points stands below the title.
    let columns = 7 + widestExercise + 2 + 5 + 2
    guard columns + text.count > width else { return "\(line)  \(terminal.styled(text, style))" }
    return "     \(symbol(state)) \(title)  \(points)\n            "
      + terminal.styled(fold(text, 12), style)
  }

  private func symbol(_ state: Standing.State) -> String {
    if state.isPassed { return terminal.styled("✓", .green) }
    if state.isRegressed { return terminal.styled("!", .yellow) }
    return state.isFailing ? terminal.styled("✗", .red) : terminal.styled("·", .faint)
  }

  /// "failed · passed on 2026-03-01 · 2 hints · solution seen".
  private func words(_ state: Standing.State) -> [String] {
    let known = state.progress
    var words: [String] = []
    if state.isFailing || state.isRegressed { words.append(state.name) }
    if state.isRegressed, let passed = known.passed {
      words.append("passed on \(passed.description.prefix(10))")
    }
    if known.attempts > 1 { words.append("\(known.attempts) attempts") }
    if known.hints > 0 { words.append("\(known.hints) hint\(known.hints == 1 ? "" : "s")") }
    if known.solution != nil { words.append("solution seen") }
    return words
  }

  private var widestExercise: Int {
    standing.course.exercises.map { $0.id.count + 1 + $0.title.count }.max() ?? 0
  }

  // MARK: - The end

  /// The points of all lessons, and the next exercise with its place and command.
  var summary: String {
    var text = "\n\(standing.earned) of \(standing.points) points\n\n"
    guard let next = standing.next else {
      return text
        + (standing.course.curriculum.lessons.isEmpty
          ? "" : "next: every exercise passes. Well done.\n")
    }
    text += "next: " + terminal.styled(fold("\(next.id) \(next.title)", 6), .bold) + "\n"
    if let place = next.place { text += "      in \(place)\n" }
    return text + "      then \(next.command)\n"
  }

  // MARK: - Columns

  private func fold(_ text: String, _ indent: Int) -> String {
    folded(text, width: width - 1, indent: String(repeating: " ", count: indent))
  }

  private func padded(_ text: String, _ columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - text.count))
  }
}
