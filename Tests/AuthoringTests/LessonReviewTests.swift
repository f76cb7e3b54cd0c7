import Lessons
import Testing
import Transcripts

@testable import Authoring

@Suite("LessonReview")
struct LessonReviewTests {
  func review(_ lesson: Lesson) -> LessonReview {
    LessonReview(lesson, in: [lesson]) { $0 == "lessons/data.txt" }
  }

  @Test("links lead to headings, cells, exercises, lessons and files that are there")
  func links() throws {
    let sound = try SampleLesson.parsed(
      """
      ## The first part

      [a](#the-first-part) [b](#cell-one) [c](03-sample.md) [d](03-sample.md#the-first-part)
      [e](data.txt) [f](https://www.example.org/) [g](#exercise-03.1)

      \(SampleLesson.cell("one"))
      ```swift
      //| exercise: 03.1
      func f() throws { throw NotImplemented("03.1") }
      ```
      """)
    #expect(review(sound).findingsInText() == [])
  }

  @Test(
    "a link that leads nowhere is found, with the nearest place that there is",
    arguments: [
      ("#the-frist-part", "did you mean #the-first-part?"),
      ("03-sampel.md", "did you mean 03-sample.md?"), ("03-sample.md#part", "no place"),
      ("nothing.txt", "leads to no file"), ("ftp://example.org/a", "scheme ftp"),
      ("/etc/motd", "write it relative"), ("", "is empty"),
    ])
  func lost(destination: String, message: String) throws {
    let lesson = try SampleLesson.parsed("## The first part\n\nSee\n*the* [link](\(destination)).")
    let findings = review(lesson).findingsInText()
    #expect(findings.count == 1)
    #expect(findings.first?.line == 8)
    #expect(findings.first?.message.contains(message) == true, "\(findings)")
  }

  @Test("a formula that cannot be set is found at its line")
  func formulas() throws {
    let lesson = try SampleLesson.parsed("Text.\n\n$`\\nonsense{x}`$")
    let findings = review(lesson).findingsInText()
    #expect(findings.map(\.subject) == [.formula])
    #expect(findings.map(\.line) == [7])
  }

  static let slot =
    "```swift\n//| exercise: 03.1\nfunc f() throws { throw NotImplemented(\"03.1\") }\n```"

  func exercise(_ verdict: Verdict) -> ExerciseResult {
    ExerciseResult(id: "03.1", title: "One", points: 1, verdict: verdict)
  }

  @Test("a starter must compile and count as not started")
  func starters() throws {
    let review = review(try SampleLesson.parsed(Self.slot))
    func findings(_ verdict: Verdict) -> [Finding] {
      review.findings(onStarters: SampleLesson.transcript(exercises: [exercise(verdict)]))
    }
    #expect(findings(.notStarted) == [])
    #expect(findings(.passed(checks: 1, worstError: 0)).count == 1)
    #expect(findings(.notCompiled([])).first?.message.contains("does not compile") == true)
    #expect(review.findings(onStarters: SampleLesson.transcript()).count == 1)
  }

  @Test("a model answer must pass")
  func references() throws {
    let review = review(try SampleLesson.parsed(Self.slot))
    func findings(_ verdict: Verdict) -> [Finding] {
      review.findings(onReference: SampleLesson.transcript(exercises: [exercise(verdict)]))
    }
    #expect(findings(.passed(checks: 1, worstError: 0)) == [])
    #expect(findings(.notStarted).map(\.subject) == [.reference])
    #expect(review.findings(onReference: SampleLesson.transcript()).count == 1)
  }
}
