import Lessons
import Testing
import Transcripts

@testable import Report

@Suite("Cells on the page")
struct CellsOnThePageTests {
  @Test("cells obey echo, output, include and eval")
  func options() throws {
    func cell(_ option: String) throws -> String {
      try page(
        "```swift\n//| label: a\n\(option)\nlet secret = 1\n```\n",
        [CellResult(label: "a", status: .finished, events: [.text("printed\n")])])
    }
    let plain = try cell("//| echo: true")
    #expect(plain.contains("secret") && plain.contains("printed\n"))
    #expect(!plain.contains("//|"))
    let silent = try cell("//| echo: false")
    #expect(!silent.contains("secret") && silent.contains("printed\n"))
    let quiet = try cell("//| output: false")
    #expect(quiet.contains("secret") && !quiet.contains("printed\n"))
    let hidden = try cell("//| include: false")
    #expect(!hidden.contains("secret") && !hidden.contains("printed\n"))
  }

  @Test("a hidden cell that fails is not hidden")
  func hiddenFailure() throws {
    let html = try page(
      "```swift\n//| label: a\n//| include: false\nlet secret = 1\n```\n",
      [CellResult(label: "a", status: .threw(message: "it broke"))])
    #expect(html.contains("it broke") && !html.contains("secret"))
  }

  @Test(
    "every status of a cell has words",
    arguments: [
      (.locked(needs: ["03.1", "03.3"]), "unlocks when 03.1 and 03.3 pass."),
      (.threw(message: "why"), "threw an error: <strong>why</strong>"),
      (
        .crashed(Crash(reason: "boom", location: "a.swift:3")),
        "<strong>boom</strong> at <code>a.swift:3</code>."
      ),
      (.timedOut(seconds: 10), "still running after 10 s"),
      (.memory(bytes: 536_870_912), "more than the 512 MiB"),
      (
        .notCompiled([
          Diagnostic(
            severity: .error, file: "a.md", line: 4, column: 2, message: "bad", excerpt: "x\n^")
        ]), "<code>a.md:4:2</code> <strong>error:</strong> bad"
      ),
      (.notReached, "An earlier cell stopped the program"),
      (.failedAsPromised(message: "boom"), "</span> failed, as promised</p>"),
      (.didNotFail, "promises an error, and ran without one"),
    ] as [(CellResult.Status, String)])
  func statuses(status: CellResult.Status, words: String) throws {
    let html = try page(
      "```swift\n//| label: a\nf()\n```\n", [CellResult(label: "a", status: status)])
    #expect(html.contains(words))
  }

  @Test("a cell without a result has not run yet")
  func noResult() throws {
    #expect(try page("```swift\nf()\n```\n").contains("This cell has not run yet."))
    #expect(!(try page("```swift\n//| eval: false\nf()\n```\n").contains("not run yet")))
  }

  static let plotCell = "```swift\n//| label: a\nshow(x)\n```\n"

  private func run(_ subject: Transcript.Subject, _ status: CellResult.Status, _ y: [Double])
    -> Transcript
  {
    var transcript = Samples.empty(subject: subject)
    let figure = CellEvent.figure(.lines(FigureTests.plot([.init("loss", y)])))
    transcript.cells = [
      CellResult(label: "a", status: status, events: y.isEmpty ? [] : [figure])
    ]
    return transcript
  }

  @Test("the reference's curve lies beneath the student's")
  func referenceBeneath() throws {
    let lesson = try Samples.lesson(body: Self.plotCell)
    let reference = run(.reference, .finished, [1, 3])
    let html = ReportPage(
      lesson: lesson, transcript: run(.student, .finished, [1, 2]), reference: reference
    ).html
    #expect(html.contains("loss (reference)"))
    let own = ReportPage(lesson: lesson, transcript: reference, reference: reference).html
    #expect(!own.contains("loss (reference)"))
  }

  @Test("a locked cell shows nothing of the reference")
  func lockedCell() throws {
    let html = ReportPage(
      lesson: try Samples.lesson(body: Self.plotCell),
      transcript: run(.student, .locked(needs: ["03.1"]), []),
      reference: run(.reference, .finished, [1, 3])
    ).html
    #expect(!html.contains("<svg"))
    #expect(html.contains("This cell unlocks when 03.1 passes."))
  }

  @Test("endless output does not make an endless page")
  func flood() throws {
    let line = String(repeating: "x<", count: 50) + "\n"
    let events = [CellEvent](repeating: .text(String(repeating: line, count: 20_000)), count: 3)
    let html = try page(Self.plotCell, [CellResult(label: "a", status: .finished, events: events)])
    #expect(html.utf8.count < 1_000_000)
    #expect(html.contains("more characters are not shown"))
    let many = [CellEvent](repeating: .text("x\n"), count: 5000)
    #expect(
      try page(Self.plotCell, [CellResult(label: "a", status: .finished, events: many)])
        .contains("4940 more outputs are not shown."))
    let noise = (0..<100).map { row in (0..<100).map { Double((row * 7919 + $0 * 104_729) % 997) } }
    let maps = [CellEvent](repeating: .figure(.heatMap(FigureTests.map(noise))), count: 50)
    let drawn = try page(Self.plotCell, [CellResult(label: "a", status: .finished, events: maps)])
    #expect(drawn.utf8.count < 700_000)
    #expect(drawn.contains("more outputs are not shown."))
  }
}
