import Lessons
import Testing
import Transcripts

@testable import Authoring

@Suite("NumberReview")
struct NumberReviewTests {
  func findings(
    _ prose: String, printed: String = "", code: String = "print(1)", frontMatter: String = ""
  ) throws -> [String] {
    let lesson = try SampleLesson.parsed(
      prose + "\n\n" + SampleLesson.cell("a", code: code), frontMatter: frontMatter)
    let transcript = SampleLesson.transcript([
      CellResult(label: "a", status: .finished, events: [.text(printed)])
    ])
    return NumberReview(
      lesson: lesson, transcript: transcript, lessonNumbers: ["01", "03"],
      exerciseIDs: ["01.2", "03.1"]
    ).findings().map(\.message)
  }

  @Test(
    "a number that a cell printed, rounded or not, is held",
    arguments: [
      ("It ends at 2.74.", "loss 2.740392"), ("It ends at 2.7404.", "loss 2.740392"),
      ("Exactly 204 sequences.", "204 sequences"), ("about 23 for each", "mean 23.27"),
      ("some 400 steps", "steps: 412"), ("28 per cent are left", "left: 0.2811"),
      ("28 per cent are left", "28.3"), ("beyond −13 for", "-13.0"), ("40,800 updates", "40800"),
      ("a rate of 0.001", "1e-3"), ("a depth of 13", "-13"),
    ])
  func held(prose: String, printed: String) throws {
    #expect(try findings(prose, printed: printed) == [])
  }

  @Test(
    "a number that is off in its last digit is found",
    arguments: [
      ("It ends at 2.75.", "loss 2.740392"), ("It ends at 2.7403.", "loss 2.740392"),
      ("Exactly 205 sequences.", "204 sequences"), ("about 24 for each", "mean 23.27"),
      ("Exactly 23 for each", "mean 23.27"), ("some 500 steps", "steps: 412"),
      ("29 per cent are left", "left: 0.2811"), ("40,801 updates", "40800"),
    ])
  func mutants(prose: String, printed: String) throws {
    let found = try findings(prose, printed: printed)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("no cell computes") == true)
  }

  @Test("what the lesson's code says, the prose may say")
  func code() throws {
    #expect(try findings("Train for 1000 epochs.", code: "let epochs = 1_000") == [])
    #expect(try findings("Train for 1001 epochs.", code: "let epochs = 1_000").count == 1)
  }

  @Test("years, a few of something and places in a book need nobody to compute them")
  func words() throws {
    #expect(try findings("Elman (1990), chapter 10, says between −1 and 1, or 2.") == [])
  }

  @Test("a number in a formula is a symbol's matter, unless the formula is a number")
  func formulas() throws {
    #expect(try findings("the norm $`\\sqrt{17}`$ and `c[23]`") == [])
    #expect(try findings("it is $`17`$").count == 1)
  }

  @Test("front matter may name who holds a number, and only that number")
  func declared() throws {
    let front = "held:\n  441: Weiss, Goldberg and Yahav 2018\n"
    #expect(try findings("from 441 on", frontMatter: front) == [])
    #expect(try findings("from 442 on", frontMatter: front).count == 1)
  }

  @Test("a lesson or an exercise that is not there is found")
  func references() throws {
    #expect(try findings("See lesson 01 and exercise 01.2, lessons 01 to 03.") == [])
    #expect(try findings("See lesson 07.") == ["there is no lesson 07"])
    #expect(try findings("See 01.9.") == ["there is no exercise 01.9"])
  }

  @Test("captions are prose, too")
  func captions() throws {
    let lesson = try SampleLesson.parsed(
      SampleLesson.cell("a", "//| fig-cap: \"It ends at 7.5.\"\n"))
    let findings = NumberReview(
      lesson: lesson, transcript: SampleLesson.transcript(), lessonNumbers: [], exerciseIDs: []
    ).findings()
    #expect(findings.count == 1)
  }
}
