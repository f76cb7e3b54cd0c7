import Consoles
import Foundation
import Testing

@Suite("lesson watch, in a pseudo-terminal", .serialized)
struct WatchCommandTests {
  let course: MiniCourse

  init() throws { course = try MiniCourse() }

  private static let rightExample =
    "return Example(inputs: Array(ids.dropLast()), targets: Array(ids.dropFirst()))"

  private var path: String { course.root + "/" + MiniCourse.exercises }

  /// Writes a new file and gives it the old one's name, as editors do.
  private func saveByRename(_ change: (String) -> String) throws {
    let text = change(try course.text(MiniCourse.exercises))
    try course.write(text, to: "Exercises/.01-Encoding.swift.tmp")
    #expect(rename(course.root + "/Exercises/.01-Encoding.swift.tmp", path) == 0)
  }

  @Test("the first screen: the exercise, where it stands, what the keys do; q leaves all as it was")
  func first() throws {
    let watcher = try Watcher(course)
    #expect(watcher.sees("checking…"))
    #expect(watcher.rests())
    #expect(watcher.sees("· 01.1", "not started", "Exercises/01-Encoding.swift:"))
    #expect(watcher.sees("0/2 exercises · 0/4 points", "report: reports/01-mini.html"))
    #expect(watcher.sees("n next · r run · h hint · l list · c check all · x reset · q quit"))
    #expect(watcher.terminal.mode != watcher.modeBefore)
    // The link is the terminal's to follow, with the line.
    #expect(watcher.terminal.text.contains("\u{1B}]8;;file://"))
    #expect(watcher.terminal.text.contains("/Exercises/01-Encoding.swift#"))
    watcher.press("q")
    #expect(watcher.end() == 0)
    #expect(watcher.isRestored)
    // Neither another screen nor a hidden cursor: nothing to be left behind.
    #expect(!watcher.terminal.text.contains("\u{1B}[?"))
  }

  @Test("saved in place and saved by rename: verdicts; n goes on; what breaks is told, with place")
  func saving() throws {
    let watcher = try Watcher(course)
    #expect(watcher.rests())
    watcher.press("n")
    #expect(watcher.sees("01.1 is not passed yet"))
    try course.solve("01.1", MiniCourse.rightVocabulary)
    #expect(watcher.sees("✓ 01.1", "passed", "n goes on to 01.4", "1/2 exercises"))
    #expect(watcher.rests())
    watcher.press("n")
    #expect(watcher.sees("· 01.4"))
    try saveByRename {
      $0.replacing("throw NotImplemented(\"01.4\")", with: Self.rightExample)
    }
    #expect(watcher.sees("✓ 01.4", "2/2 exercises"))
    try saveByRename { $0.replacing("[\"UNK\"]", with: "[\"UNKNOWN\"]") }
    #expect(watcher.sees("! 01.1 passed before this save and fails now", "✓ 01.4"))
    #expect(
      watcher.screen.contains(/Exercises\/01-Encoding\.swift:\d+  .*(should|has|is)/),
      "\(watcher.screen)")
    try saveByRename { $0.replacing("[\"UNKNOWN\"]", with: "[\"UNK\"]") }
    #expect(watcher.sees("✓ 01.4", "2/2 exercises"))
    #expect(watcher.rests())
    #expect(!watcher.screen.contains("! 01.1"))
  }

  @Test("a file that is written in pieces, and one that disappears and comes back")
  func files() throws {
    try course.solve("01.1", MiniCourse.rightVocabulary)
    let right = try course.text(MiniCourse.exercises)
    let watcher = try Watcher(course)
    #expect(watcher.sees("1/2 exercises"))
    #expect(watcher.rests())
    // Half of it does not compile; nobody should be told so.
    let middle = right.index(right.startIndex, offsetBy: right.count / 2)
    try course.write(String(right[..<middle]), to: MiniCourse.exercises)
    usleep(20_000)
    try course.write(right + "\n", to: MiniCourse.exercises)
    #expect(watcher.sees("checking…"))
    #expect(watcher.rests())
    #expect(!watcher.terminal.text.contains("not compiled"))
    try course.remove(MiniCourse.exercises)
    #expect(watcher.sees("Exercises/01-Encoding.swift is not there"))
    #expect(!FileManager.default.fileExists(atPath: path))
    try course.write(right, to: MiniCourse.exercises)
    #expect(watcher.sees("1/2 exercises", "checked in"))
    #expect(try course.text(MiniCourse.exercises) == right)
  }

  @Test("hints are counted where lesson hint counts them, and paged")
  func hints() throws {
    let watcher = try Watcher(course)
    #expect(watcher.rests())
    watcher.press("h")
    #expect(watcher.sees("hint 1 of 3"))
    watcher.press("h")
    #expect(watcher.sees("hint 2 of 3"))
    watcher.press("[")
    #expect(watcher.sees("hint 1 of 3"))
    watcher.press("]")
    #expect(watcher.sees("hint 2 of 3"))
    watcher.press("]")
    #expect(watcher.sees("h shows the next hint"))
    watcher.press("\u{1B}")
    #expect(watcher.sees("· 01.1", "not started"))
    watcher.press("q")
    #expect(watcher.end() == 0)
    #expect(try course.lesson("hint", "01.1").output.contains("hint 3 of 3"))
  }

  @Test("the list moves by arrows; x asks, y resets and keeps what was there")
  func listAndReset() throws {
    try course.solve("01.4", "fatalError()")
    let worked = try course.text(MiniCourse.exercises)
    let watcher = try Watcher(course)
    #expect(watcher.rests())
    watcher.press("l")
    #expect(watcher.sees("▸ · 01.1", "  ✗ 01.4"))
    watcher.press("\u{1B}[B")
    #expect(watcher.sees("▸ ✗ 01.4"))
    watcher.press("\r")
    #expect(watcher.sees("✗ 01.4", "crashed"))
    watcher.press("x")
    #expect(watcher.sees("Put 01.4 back to its starter? [y/N]"))
    watcher.press("n")
    #expect(watcher.sees("nothing was changed"))
    #expect(try course.text(MiniCourse.exercises) == worked)
    watcher.press("x")
    #expect(watcher.sees("[y/N]"))
    watcher.press("y")
    #expect(watcher.sees("· 01.4", "not started"))
    let backups = try FileManager.default.contentsOfDirectory(
      atPath: course.root + "/.lesson/backups")
    #expect(try backups.contains { try course.text(".lesson/backups/\($0)") == worked })
    #expect(!watcher.screen.contains("! 01.4"))
  }

  @Test("c checks the lessons before, too", .timeLimit(.minutes(2)))
  func all() throws {
    let watcher = try Watcher(course)
    #expect(watcher.rests())
    watcher.press("c")
    #expect(watcher.sees("up to lesson 01, 0 of 2 exercises pass; nothing that was begun fails"))
  }

  @Test(
    "in every window all fits, and the keys are there",
    arguments: [(40, 12), (40, 40), (100, 9), (20, 5), (200, 60)])
  func sizes(columns: Int, rows: Int) throws {
    try course.solve("01.1", "return Vocabulary(words: [])")
    let watcher = try Watcher(course)
    #expect(watcher.sees("✗ 01.1"))
    #expect(watcher.rests())
    let before = watcher.terminal.output.count
    watcher.terminal.resize(columns: columns, rows: rows)
    #expect(
      watcher.terminal.wait(.seconds(10)) {
        $0.output.count > before && $0.screen.contains { $0.contains("quit") }
      })
    let screen = watcher.terminal.screen
    #expect(screen.count <= rows)
    #expect(screen.allSatisfy { $0.count <= columns }, "\(screen)")
    #expect(screen.contains { $0.contains("✗ 01.1") })
  }

  @Test("a flood of output fills neither the screen nor the memory")
  func flood() throws {
    try course.solve(
      "01.1",
      "for n in 0..<300_000 { print(\"line\", n, \"\\u{1B}[2J\") }; return Vocabulary(words: [])")
    let watcher = try Watcher(course)
    #expect(watcher.sees("✗ 01.1", "checked in"))
    #expect(watcher.screen.contains("more lines: ↓"), "\(watcher.screen)")
    #expect(watcher.terminal.screen.count <= 24)
    #expect(!watcher.terminal.text.contains("\u{1B}[2J"))
    #expect(watcher.terminal.output.count < 1 << 20)
  }

  @Test("a save while a cell runs ends the cell, and brings the new verdict")
  func cancelling() throws {
    try course.solve(
      "01.1", "if sequences == [[\"b\", \"a\"]] { while true {} }\n  " + MiniCourse.rightVocabulary)
    let watcher = try Watcher(course)
    #expect(watcher.sees("1/2 exercises", "running cell words"))
    let program = course.root + "/.lesson/build/01-cells-student/program"
    #expect(MiniCourse.processes(running: program).count == 1)
    try saveByRename { $0.replacing("while true {}", with: "") }
    #expect(watcher.sees("1/2 exercises", "checked in", "1 cell ran"))
    #expect(MiniCourse.processes(running: program).isEmpty)
  }

  @Test(
    "however it ends, the terminal is as it was, and its programs are gone",
    arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGKILL])
  func signals(signal: Int32) throws {
    try course.solve(
      "01.1", "if sequences == [[\"b\", \"a\"]] { while true {} }\n  " + MiniCourse.rightVocabulary)
    let watcher = try Watcher(course)
    #expect(watcher.sees("running cell words"))
    #expect(watcher.terminal.mode != watcher.modeBefore)
    if signal == SIGINT { watcher.press("\u{03}") } else { kill(watcher.pid, signal) }
    #expect(watcher.end() == 128 + signal)
    #expect(watcher.isRestored)
    usleep(300_000)
    let program = course.root + "/.lesson/build/01-cells-student/program"
    #expect(MiniCourse.processes(running: program).isEmpty)
  }

  @Test("Ctrl-Z stops it with the terminal as it was; going on, it takes it again")
  func stopping() throws {
    let watcher = try Watcher(course)
    #expect(watcher.rests())
    let mode = watcher.terminal.mode
    kill(watcher.pid, SIGTSTP)
    #expect(watcher.isRestored)
    kill(watcher.pid, SIGCONT)
    #expect(watcher.terminal.wait(.seconds(5)) { $0.mode == mode })
    watcher.press("h")
    #expect(watcher.sees("hint 1 of 3"))
  }

  @Test("without a terminal it refuses, and says what to do instead")
  func refusal() throws {
    let run = try course.lesson("watch", "01")
    #expect(run.code == 64)
    #expect(run.error.contains("watch needs a terminal"))
    #expect(run.error.contains("swift run lesson run 01 checks once"))
    #expect(try course.lesson("watch", "--open").code == 64)
  }

  @Test("NO_COLOR: no colours; a dumb terminal: nothing but lines")
  func plain() throws {
    let colourless = try Watcher(course, environment: ["NO_COLOR": "1"])
    #expect(colourless.rests())
    #expect(!colourless.terminal.text.contains(/\u{1B}\[[0-9;]*m/))
    let dumb = try Watcher(course, ["watch"], environment: ["TERM": "dumb", "NO_COLOR": "1"])
    #expect(dumb.terminal.wait(.seconds(60)) { $0.text.contains("checked in") })
    #expect(!dumb.terminal.text.contains("\u{1B}"))
    dumb.press("l")
    #expect(dumb.terminal.wait(.seconds(10)) { $0.text.contains("▸ · 01.1") })
    dumb.press("q")
    #expect(dumb.end() == 0)
    #expect(dumb.isRestored)
  }
}
