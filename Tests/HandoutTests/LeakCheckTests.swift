import Lessons
import Report
import Testing

@testable import Handout

@Suite("LeakCheck")
struct LeakCheckTests {
  let check: LeakCheck

  init() throws {
    check = LeakCheck(try SampleCourse.models(), lessons: try SampleCourse.lessons())
  }

  private func leaks(_ files: [String: String]) -> [String] { check.leaks(in: files).map(\.line) }

  @Test("the student edition shows no line of any model answer, in any file")
  func student() throws {
    #expect(check.lineCount > 5)
    #expect(check.leaks(in: try SampleCourse.site().files) == [])
  }

  @Test("the instructor edition shows all of them, so that nothing was looked for in vain")
  func instructor() throws {
    let files = try SampleCourse.site(.instructor(SampleCourse.notes())).files
    let found = check.leaks(in: files)
    #expect(Set(found.map(\.line)).count == check.lineCount)
    #expect(Set(found.map(\.page)) == ["01-counting.html", "02-sorting.html"])
  }

  /// A line of a model answer, and each way in which it could get into a site.
  static let line = "let low = words.filter { $0 < pivotOfThem && !\"&<>\\\"\".isEmpty }"

  private static let ways = [
    ("as text", HTML.text(line)),
    ("as coloured code", swiftCode("  \(line)\n")),
    ("as an attribute", tag("p", ["title": line]) { "" }),
    ("behind other words", tag("p") { "Write " + line + " there." }),
    ("in the middle of a listing", swiftCode("func f() {\n\t\(line)   \n}")),
    ("in a code span", tag("p") { tag("code") { line } }),
  ]

  @Test("a solution that is smuggled in is found, wherever it is", arguments: ways)
  func smuggled(way: String, markup: HTML) throws {
    for page in ["index.html", "01-counting.html", "glossary.html", "search.html"] {
      var files = try SampleCourse.site().files
      let old = try #require(files[page])
      files[page] = old.replacing("</main>", with: markup.source + "</main>")
      #expect(leaks(files) == [Self.line], "\(way) in \(page)")
    }
  }

  @Test("a solution in a sentence, a cell, an output or the search is found on its way to the page")
  func lessons() throws {
    let line = "for _ in words {\nhowManyThereAreSoFar += 1"
    let code = "for _ in words {\n  howManyThereAreSoFar += 1\n}"
    let known = ["01.1", "02.1"]
    let edits = [
      ("Back to lesson 01.", "Back: `\(Self.line)` is it."),
      ("Back to lesson 01.", "```text\n\(code)\n```"),
      ("Back to lesson 01.", "```swift\n//| label: given\n\(code)\n```"),
      ("Back to lesson 01.", "## A heading: `\(Self.line)`"),
      ("title: Sorting words", "title: '\(Self.line)'"),
    ]
    for (old, new) in edits {
      let second = try Lesson(
        parsing: Array(SampleCourse.secondLesson.replacing(old, with: new).utf8),
        file: "lessons/02-sorting.md", knownExercises: known)
      let files = try SampleCourse.site(lessons: [SampleCourse.lessons()[0], second]).files
      #expect(!leaks(files).filter { $0 == Self.line || $0 == line }.isEmpty, "\(new)")
    }
    let printed = try SampleCourse.site(printed: "seen: \(Self.line)\n").files
    #expect(leaks(printed) == [Self.line])
  }

  @Test("a line in the search index alone is found")
  func index() throws {
    var files = try SampleCourse.site().files
    let string = Self.line.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    files["search-index.js"]? += "courseIndex([[\"term\",\"\(string)\"]]);\n"
    #expect(check.leaks(in: files).map(\.page) == ["search-index.js"])
  }

  @Test("two neighbours of a body of short lines are found, each alone says nothing")
  func shortLines() {
    #expect(leaks(["a.html": "<pre>let a = low.sorted()</pre>"]) == [])
    #expect(
      leaks(["a.html": "<pre>  let a = low.sorted()\n  let b = [p]</pre>"])
        == ["let a = low.sorted()\nlet b = [p]"])
  }

  @Test("what stands in a starter is no solution")
  func given() {
    #expect(leaks(["a.html": "<p>let alreadyGivenToEverybody = words.isEmpty</p>"]) == [])
  }

  @Test("the message names page, line and source")
  func message() {
    let leak = check.leaks(in: [
      "a.html": "<p>var howManyThereAreSoFar = alreadyGivenToEverybody ? 0 : 0"
    ])
    #expect(
      leak.map(\.description) == [
        "a.html shows 'var howManyThereAreSoFar = alreadyGivenToEverybody ? 0 : 0' of "
          + "Sources/Answers/Words.swift: count(_:)"
      ])
  }
}
