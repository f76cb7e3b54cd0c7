import ArgumentParser
import Consoles
import Foundation

/// `bench watch`.
struct WatchBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Seconds from an editor's save to the verdict on the screen of lesson watch 02.",
    discussion: """
      Run it in the course's folder. The exercises of lessons 01 and 02 are solved in a copy, which is \
      watched in a pseudo-terminal. Each turn saves twice, in place and as a new file under the old \
      name, breaking an exercise and mending it; the time ends when the screen shows the verdict.
      """)

  @Option(help: "Turns.")
  var turns = 10

  @Option(help: "The built program to measure; .build/debug/lesson is what swift run starts.")
  var program = ".build/debug/lesson"

  func run() throws {
    let course = try CourseCopy(of: FileManager.default.currentDirectoryPath, program: program)
    defer { course.remove() }
    guard let terminal = PseudoTerminal(columns: 100, rows: 30) else {
      throw ValidationError("the system gives no pseudo-terminal")
    }
    var environment = ProcessInfo.processInfo.environment
    environment["TERM"] = "xterm-256color"
    guard
      let pid = terminal.run(
        course.program, ["watch", "02"], in: course.root, environment: environment)
    else { throw ValidationError("\(program) cannot be started") }
    defer {
      terminal.type("q")
      _ = terminal.wait(.milliseconds(300)) { _ in false }
      kill(pid, SIGKILL)
      waitpid(pid, nil, 0)
    }
    guard terminal.wait(.seconds(120), until: { Self.shows("checked in", $0) }) else {
      throw ValidationError("no first verdict:\n" + terminal.screen.joined(separator: "\n"))
    }
    var inPlace: [Double] = [], byRename: [Double] = []
    for turn in 1...max(1, turns) {
      inPlace.append(try save(course, terminal, turn: turn, isRight: false, byRename: false))
      byRename.append(try save(course, terminal, turn: turn, isRight: true, byRename: true))
    }
    print(
      "lesson watch 02, from a save to the verdict on the screen; \(inPlace.count) saves each\n")
    for (name, times) in [("in place", inPlace), ("by rename", byRename)] {
      print(
        "  saved \(name.padding(toLength: 11, withPad: " ", startingAt: 0))"
          + "median \(text(times.median, 3)) s, worst \(text(times.max() ?? .nan, 3)) s")
    }
    print("\n  median of all: \(text((inPlace + byRename).median, 3)) s")
  }

  /// Saves the file, and waits for what it must come to.
  ///
  /// - Returns: seconds from before the first byte is written.
  private func save(
    _ course: CourseCopy, _ terminal: PseudoTerminal, turn: Int, isRight: Bool, byRename: Bool
  ) throws -> Double {
    let path = "\(course.root)/Exercises/02-RNNForward.swift"
    let old = try String(contentsOfFile: path, encoding: .utf8)
    let (right, wrong) = ("{ x.map { tanh($0) } }", "{ x.map { tanh(2 * $0) } }")
    let new =
      (isRight ? old.replacing(wrong, with: right) : old.replacing(right, with: wrong))
      + "// turn \(turn)\n"
    let expected = isRight ? "5/5 exercises" : "fails now"
    let clock = ContinuousClock()
    let start = clock.now
    if byRename {
      try Data(new.utf8).write(to: URL(filePath: path + ".tmp"))
      rename(path + ".tmp", path)
    } else {
      try Data(new.utf8).write(to: URL(filePath: path))
    }
    let isSeen = terminal.wait(.seconds(60)) {
      Self.shows(expected, $0) && !Self.shows("checking…", $0)
    }
    let (seconds, attoseconds) = (clock.now - start).components
    guard isSeen else {
      throw ValidationError(
        "no '\(expected)' after a minute:\n" + terminal.screen.joined(separator: "\n"))
    }
    // The cells run on; they are not to be measured, and a person is slower, too.
    _ = terminal.wait(.milliseconds(700)) { _ in false }
    return Double(seconds) + Double(attoseconds) / 1e18
  }

  private static func shows(_ words: String, _ terminal: PseudoTerminal) -> Bool {
    terminal.screen.contains { $0.contains(words) }
  }
}
