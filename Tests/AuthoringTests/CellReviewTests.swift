import Lessons
import Testing
import Transcripts

@testable import Authoring

@Suite("CellReview")
struct CellReviewTests {
  func findings(_ body: String, _ cells: CellResult...) throws -> [Finding] {
    CellReview(
      lesson: try SampleLesson.parsed(body), transcript: SampleLesson.transcript(cells)
    ).findings()
  }

  static func figure(_ title: String, _ description: String) -> CellEvent {
    .figure(
      .histogram(
        Histogram(title: title, description: description, xLabel: "x", yLabel: "y", bars: [])))
  }

  @Test("a cell that ran and showed something is in order")
  func sound() throws {
    #expect(
      try findings(
        SampleLesson.cell("a"), CellResult(label: "a", status: .finished, events: [.text("1")]))
        == [])
  }

  @Test("a cell that failed, was locked or not reached is found")
  func failures() throws {
    let statuses: [CellResult.Status] = [
      .threw(message: "x"), .locked(needs: ["01.2"]), .notReached, .timedOut(seconds: 9),
      .memory(bytes: 1 << 30), .notCompiled([]), .didNotFail,
      .crashed(Crash(reason: "a trap")),
    ]
    for status in statuses {
      let found = try findings(SampleLesson.cell("a"), CellResult(label: "a", status: status))
      #expect(found.map(\.subject) == [.cell], "\(status)")
    }
    #expect(try findings(SampleLesson.cell("a")).count == 1)
  }

  @Test("a cell that shows nothing must make something that a later one uses")
  func idle() throws {
    let quiet = CellResult(label: "a", status: .finished)
    let loud = CellResult(label: "b", status: .finished, events: [.text("1")])
    let used =
      SampleLesson.cell("a", code: "let width = 3") + "\n"
      + SampleLesson.cell("b", code: "print(width)")
    #expect(try findings(used, quiet, loud) == [])
    let unused =
      SampleLesson.cell("a", code: "let width = 3") + "\n"
      + SampleLesson.cell("b", code: "print(widths)")
    #expect(try findings(unused, quiet, loud).map(\.subject) == [.label])
  }

  @Test("a figure needs a title, a description and a caption")
  func figures() throws {
    let captioned = SampleLesson.cell("a", "//| fig-cap: \"See this.\"\n")
    func found(_ body: String, _ title: String, _ description: String) throws -> Int {
      try findings(
        body, CellResult(label: "a", status: .finished, events: [Self.figure(title, description)])
      ).count
    }
    #expect(try found(captioned, "Lengths", "Bars of one height.") == 0)
    #expect(try found(captioned, "", "Bars of one height.") == 1)
    #expect(try found(captioned, "Lengths", "") == 1)
    #expect(try found(SampleLesson.cell("a"), "Lengths", "Bars of one height.") == 1)
  }

  @Test("several figures of a cell have several captions")
  func captions() throws {
    func found(_ options: String, figures: Int) throws -> [String] {
      let events = [CellEvent](repeating: Self.figure("Lengths", "Bars."), count: figures)
      return try findings(
        SampleLesson.cell("a", options), CellResult(label: "a", status: .finished, events: events)
      ).map(\.message)
    }
    let (one, two) = (
      "//| fig-cap: \"See this.\"\n", "//| fig-cap: [\"See this.\", \"And this.\"]\n"
    )
    #expect(try found(one, figures: 1) == [] && found(two, figures: 2) == [])
    #expect(
      try found(one, figures: 2) == [
        "cell 'a' has 2 figures and 1 captions; give each its own: //| fig-cap: [\"…\", \"…\"]"
      ])
    #expect(try found(two, figures: 3).count == 1)
  }
}
