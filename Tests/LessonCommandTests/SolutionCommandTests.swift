import Foundation
import Testing

@Suite("lesson solution, in the built program", .serialized)
struct SolutionCommandTests {
  let course: MiniCourse

  init() throws {
    course = try MiniCourse()
    try FileManager.default.createSymbolicLink(
      atPath: course.root + "/Sources", withDestinationPath: Repository.root + "/Sources")
  }

  private static let page = "reports/solution-01.1.html"

  private func solution(_ arguments: String..., columns: Int = 80) throws -> MiniCourse.Run {
    try MiniCourse.lesson(
      ["solution", "01.1"] + arguments, in: course.root, environment: ["COLUMNS": "\(columns)"])
  }

  @Test("before success it shows nothing, says kindly what is missing, and exits with 1")
  func early() throws {
    for body in [nil, "return Vocabulary(words: [])"] {
      if let body {
        try course.solve("01.1", body)
        _ = try course.lesson("run", "01")
      }
      let run = try solution()
      #expect(run.code == 1)
      #expect(run.output == "")
      let said = run.error.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(
        said.contains(
          body == nil
            ? "waits until yours passes: it has not been tried yet"
            : "waits until yours passes: it is failed so far"))
      #expect(said.contains("a hint: swift run lesson hint 01.1"))
      #expect(!FileManager.default.fileExists(atPath: course.root + "/" + Self.page))
    }
    #expect(!(try course.text(".lesson/progress.toml").contains("solution")))
  }

  @Test("after success both stand there, in two columns where they fit, with their speeds compared")
  func both() throws {
    try course.solve("01.1", MiniCourse.rightVocabulary)
    _ = try course.lesson("run", "01")
    let wide = try solution(columns: 150)
    #expect(wide.code == 0, "\(wide.error)")
    // The first lines of both functions are one line of the screen.
    #expect(wide.output.contains(/func buildVocabulary.* │ func buildVocabulary/))
    #expect(wide.output.contains("var counts: [(word: String, count: Int)] = []"))
    for line in wide.output.split(separator: "\n") { #expect(line.count <= 150) }
    #expect(!wide.output.contains("///"))
    let said = wide.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(said.contains(/n = 5 rounds of \d+ challenges, both -O; the middle half lies between/))
    #expect(said.contains(/all challenges once: yours [\d.]+ .?s, model answer [\d.]+ .?s/))
    #expect(said.contains("page: " + Self.page))
    let page = try course.text(Self.page)
    #expect(page.contains("<h2>Yours</h2>") && page.contains("<h2>The model answer</h2>"))
    #expect(page.contains("<h2 id=\"speed\">Speed</h2>") && !page.contains("<script"))
    #expect(try course.text(".lesson/progress.toml").contains("\nsolution = 20"))
    #expect(try course.lesson("list").output.contains("solution seen"))
  }

  @Test(
    "on a narrow screen and in a pipe one follows the other; without --speed nothing is measured")
  func narrow() throws {
    try course.solve("01.1", MiniCourse.rightVocabulary)
    _ = try course.lesson("run", "01")
    let run = try solution("--no-speed")
    #expect(run.code == 0)
    #expect(!run.output.contains("│"))
    let yours = try #require(run.output.firstRange(of: "yours, Exercises/01-Encoding.swift:"))
    let model = try #require(run.output.firstRange(of: "\nthe model answer\n"))
    #expect(yours.lowerBound < model.lowerBound)
    #expect(!run.output.contains("speed:"))
  }

  @Test("a solution that passed once stays to be seen, and its speed is not compared")
  func regressed() throws {
    try course.solve("01.1", MiniCourse.rightVocabulary)
    _ = try course.lesson("run", "01")
    try course.edit(MiniCourse.exercises) {
      $0.replacing("words + [\"UNK\"]", with: "[\"UNK\"] + words")
    }
    _ = try course.lesson("run", "01")
    let run = try solution()
    #expect(run.code == 0)
    #expect(run.output.contains("speed: not compared, yours has passed once"))
  }
}
