import Checking
import Course
import Foundation
import Testing
import Transcripts

@Suite("progress, hints and the list, in the built program", .serialized)
struct ProgressCommandTests {
  let course: MiniCourse

  init() throws { course = try MiniCourse() }

  private static let file = ".lesson/progress.toml"

  /// A section of the file of progress, without its times and fingerprints.
  private func section(_ id: String) throws -> [String] {
    let text = try course.text(Self.file)
    let start = try #require(text.firstRange(of: "[\"\(id)\"]\n"))
    return text[start.upperBound...].prefix { $0 != "[" }.split(separator: "\n").map { line in
      line.hasPrefix("state") || line.hasPrefix("points") || line.contains(/^[a-z]+ = \d$/)
        ? String(line) : String(line.prefix { $0 != " " })
    }
  }

  @Test("a run writes down what passed, when, and how many attempts it took; a second run nothing")
  func recording() throws {
    _ = try course.lesson("run", "01")
    // Nothing was attempted, so there is nothing to write.
    #expect(!FileManager.default.fileExists(atPath: course.root + "/" + Self.file))
    try course.solve("01.1", "return Vocabulary(words: [])")
    _ = try course.lesson("run", "01")
    #expect(
      try section("01.1")
        == ["state = \"failed\"", "points = 0", "since", "text", "attempts = 1"])
    try course.edit(MiniCourse.exercises) {
      $0.replacing("return Vocabulary(words: [])", with: MiniCourse.rightVocabulary)
    }
    _ = try course.lesson("run", "01")
    #expect(
      try section("01.1")
        == ["passed", "state = \"passed\"", "points = 2", "since", "text", "attempts = 2"])
    #expect(try course.text(Self.file).contains("lesson = \"01\""))
    let before = try course.text(Self.file)
    _ = try course.lesson("run", "01")
    _ = try course.lesson("run", "01", "--reference")
    #expect(try course.text(Self.file) == before)
  }

  @Test("an exercise that passed once and fails now is said so, and brings no points")
  func regression() throws {
    try course.solve("01.1", MiniCourse.rightVocabulary)
    _ = try course.lesson("run", "01")
    #expect(try course.lesson("list").output.contains("✓ 01.1"))
    try course.edit(MiniCourse.exercises) {
      $0.replacing("words + [\"UNK\"]", with: "[\"UNK\"] + words")
    }
    _ = try course.lesson("run", "01")
    let list = try course.lesson("list").output
    #expect(list.contains("!  01 A mini course"))
    #expect(list.contains(/! 01\.1 .* 0\/2\n +failed · passed on \d{4}-\d\d-\d\d/))
    #expect(list.contains("0 of 4 points"))
    #expect(list.contains("next: 01.1"))
    // Without the results the file alone knows it, too.
    try course.remove(".lesson/results")
    #expect(try course.lesson("list").output == list)
  }

  @Test("the list on a screen of 40 columns holds no longer line, and says the same")
  func narrow() throws {
    try course.solve("01.1", MiniCourse.rightVocabulary)
    _ = try course.lesson("run", "01")
    _ = try course.lesson("hint", "01.4")
    let run = try MiniCourse.lesson(
      ["list"], in: course.root, environment: ["COLUMNS": "40"])
    for line in run.output.split(separator: "\n") { #expect(line.count <= 40, "\(line)") }
    #expect(
      run.output == """
        ▸ 01 A mini course
          1/2 exercises · 2/4 points
          ✓ 01.1 The vocabulary
            2/2 points
          · 01.4 Inputs and targets
            0/2 points · 1 hint

        2 of 4 points

        next: 01.4 Inputs and targets
              in Exercises/01-Encoding.swift:25
              then swift run lesson run 01

        """)
  }

  @Test("--json is the list for programs")
  func json() throws {
    _ = try course.lesson("hint", "01.4")
    let run = try course.lesson("list", "--json")
    let list = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let lessons = try #require(list["lessons"] as? [[String: Any]])
    let exercises = try #require(lessons.first?["exercises"] as? [[String: Any]])
    #expect(exercises.map { $0["id"] as? String } == ["01.1", "01.4"])
    #expect(exercises[1]["hintsRead"] as? Int == 1)
    #expect(exercises[1]["state"] as? String == "not started")
    #expect((list["next"] as? [String: Any])?["id"] as? String == "01.1")
    #expect(list["points"] as? Int == 4)
  }

  @Test("a broken file of progress is told with its line, set aside, and costs no verdict")
  func broken() throws {
    try course.write("[\"01.4\"]\nhints = 2\nwhat = \nis this\n", to: Self.file)
    let list = try course.lesson("list")
    #expect(list.code == 0)
    #expect(list.error.contains(".lesson/progress.toml:4: 'is this' is not understood"))
    #expect(list.output.contains("2 hints"))
    let hint = try course.lesson("hint", "01.4")
    #expect(hint.output.contains("hint 3 of 3"))
    #expect(hint.error.contains(/the file as it was is \.lesson\/progress-.*\.toml/))
    #expect(!(try course.lesson("list").error.contains("not understood")))
  }

  @Test("a state that cannot be written costs nobody a hint or a verdict")
  func unwritable() throws {
    try course.write("", to: ".lesson/progress.toml/not-a-file")
    let hint = try course.lesson("hint", "01.1")
    #expect(hint.code == 0)
    #expect(hint.output.contains("hint 1 of 3"))
    #expect(hint.error.contains("your progress is not written down"))
  }

  @Test("hints of ten processes at once are all counted")
  func concurrency() throws {
    let root = course.root
    DispatchQueue.concurrentPerform(iterations: 10) { worker in
      _ = try? MiniCourse.lesson(
        ["hint", worker.isMultiple(of: 2) ? "01.1" : "03.\(worker / 2 + 1)"], in: root)
    }
    let text = try course.text(Self.file)
    for id in ["01.1", "03.1", "03.2", "03.3", "03.4", "03.5"] { #expect(text.contains(id)) }
  }

  @Test("kill -9 in the middle of writing never leaves a torn file")
  func killed() throws {
    // So much that is not ours, and is kept, that writing takes its time.
    let ballast = (0..<60_000).map { "key\($0) = \"\(String(repeating: "x", count: 40))\"\n" }
    let whole = "# How far you are in this course, kept by lesson.\n" + ballast.sorted().joined()
    try course.write(whole, to: Self.file)
    let ids = courseExercises.map(\.id).sorted()
    var caught = 0
    for round in 0..<40 {
      let process = try MiniCourse.start(["hint", ids[round % ids.count]], in: course.root)
      let half = course.root + "/.lesson/.progress.toml.\(process.processIdentifier)"
      // Struck while the new text is being written, a little later each time.
      let deadline = Date(timeIntervalSinceNow: 10)
      while access(half, F_OK) != 0, process.isRunning, Date() < deadline {}
      usleep(UInt32(round * 100))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      if access(half, F_OK) == 0 { caught += 1 }
      let text = try course.text(Self.file)
      #expect(text.hasPrefix(whole), "torn in round \(round)")
      let rest = text.dropFirst(whole.count)
      #expect(rest.isEmpty || rest.hasSuffix("hints = 1\n") || rest.hasSuffix("hints = 2\n"))
    }
    // Or else it was never struck in the middle, and the test has shown nothing.
    #expect(caught >= 5, "\(caught) of 40")
  }
}
