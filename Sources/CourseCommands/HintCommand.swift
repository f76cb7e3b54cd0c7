import ArgumentParser
import Checking
import Lessons
import Progression

/// `lesson hint 03.1`.
struct HintCommand<Course: CourseDefinition>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "hint",
      abstract: "Show the next hint for an exercise: where to look, which quantity, the formula.",
      discussion: """
        How many you have read is noted in .lesson/progress.toml, and costs no points. --back and \
        --number show one again; nothing shows a hint unasked.
        """)
  }

  @Argument(help: "The exercise: 03.1.")
  var exercise: String

  @Option(help: "Show hint 1, 2 or 3 (again) instead of the next one.")
  var number: Int?

  @Flag(help: "Show the hints that you have read, again.")
  var back = false

  @Option(help: "Colour: auto, always or never.")
  var color = ColorChoice.auto

  func validate() throws {
    if back, number != nil {
      throw ValidationError("--back shows all that you have read, --number one; take one of them")
    }
  }

  func run() throws {
    try reporting {
      let course = try CourseContext(Course.self)
      let exercise = try course.exercise(self.exercise)
      let book = ProgressBook(course)
      let read = book.progress[exercise.id].hints
      let count = exercise.hints.count
      if let number, !(1...count).contains(number) {
        throw ValidationError("\(exercise.id) has hints 1 to \(count)")
      }
      if back, read == 0 {
        throw ValidationError(
          "you have read no hint of \(exercise.id) yet; "
            + "swift run \(course.modules.tool) hint \(exercise.id) shows the first")
      }
      let numbers = back ? 1...min(read, count) : one(number ?? min(read + 1, count))
      book.record(hint: numbers.upperBound, of: exercise.id)
      let terminal = Terminal(color)
      for number in numbers {
        if number > numbers.lowerBound { print() }
        show(exercise, number, terminal)
      }
      print(terminal.styled(more(after: numbers.upperBound, of: exercise), .faint))
    }
  }

  private func one(_ number: Int) -> ClosedRange<Int> { number...number }

  private func show(_ exercise: AnyExercise, _ number: Int, _ terminal: Terminal) {
    let width = min(90, Terminal.outputWidth)
    let heading = "\(exercise.id) \(exercise.title), hint \(number) of \(exercise.hints.count)"
    print(terminal.styled(folded(heading, width: width, indent: ""), .bold))
    print(folded(exercise.hints[number - 1], width: width, indent: ""))
  }

  /// What to type next.
  private func more(after number: Int, of exercise: AnyExercise) -> String {
    let command = "swift run \(Course.modules.tool) hint \(exercise.id)"
    return number < exercise.hints.count
      ? "another: \(command)" : "that was the last; all again: \(command) --back"
  }
}
