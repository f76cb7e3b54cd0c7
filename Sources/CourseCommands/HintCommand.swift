import ArgumentParser
import Checking
import Lessons
import Runner

/// `lesson hint 03.1`.
struct HintCommand<Course: CourseDefinition>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "hint",
      abstract: "Show the next hint for an exercise: where to look, which quantity, the formula.")
  }

  @Argument(help: "The exercise: 03.1.")
  var exercise: String

  @Option(help: "Show hint 1, 2 or 3 (again) instead of the next one.")
  var number: Int?

  @Option(help: "Colour: auto, always or never.")
  var color = ColorChoice.auto

  func run() throws {
    try reporting {
      let course = try CourseContext(Course.self)
      let exercise = try course.exercise(self.exercise)
      var seen = HintsSeen(course.folder)
      let count = exercise.hints.count
      if let number, !(1...count).contains(number) {
        throw ValidationError("\(exercise.id) has hints 1 to \(count)")
      }
      let number = number ?? min(seen.count(exercise.id) + 1, count)
      seen.record(exercise.id, number)
      let terminal = Terminal(color)
      print(terminal.styled("\(exercise.id) \(exercise.title), hint \(number) of \(count)", .bold))
      print(folded(exercise.hints[number - 1], width: min(90, Terminal.width), indent: ""))
      if number < count {
        print(
          terminal.styled("another: swift run \(course.modules.tool) hint \(exercise.id)", .faint))
      } else {
        print(
          terminal.styled(
            "that was the last; again: \(course.modules.tool) hint \(exercise.id) --number 1",
            .faint)
        )
      }
    }
  }
}

/// How many hints of each exercise have been read, in `.lesson/hints`: one `03.1 2` per line.
struct HintsSeen {
  private var folder: CourseFolder
  private var counts: [String: Int] = [:]

  init(_ folder: CourseFolder) {
    self.folder = folder
    for line in (folder.text(of: ".lesson/hints") ?? "").split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.count == 2, let count = Int(words[1]) { counts[String(words[0])] = count }
    }
  }

  func count(_ id: String) -> Int { counts[id] ?? 0 }

  /// Writes the count down; a note that cannot be written costs nobody a hint.
  mutating func record(_ id: String, _ number: Int) {
    counts[id] = max(count(id), number)
    let lines = counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)\n" }
    try? folder.write(lines.joined(), to: ".lesson/hints")
  }
}
