import Foundation
import Lessons
import Testing
import Transcripts

@testable import Handout

@Suite("CourseSite")
struct CourseSiteTests {
  private func pages(_ edition: Edition = .student) throws -> [String: String] {
    try SampleCourse.site(edition).files.filter { $0.key.hasSuffix(".html") }
  }

  @Test("a page per lesson, an index, the symbols, the register and the search")
  func files() throws {
    #expect(
      try SampleCourse.site().files.keys.sorted() == [
        "01-counting.html", "02-sorting.html", "glossary.html", "index.html", "search-index.js",
        "search.html", "search.js",
      ])
  }

  @Test("the same course gives the same files")
  func same() throws {
    #expect(try SampleCourse.site().files == SampleCourse.site().files)
  }

  @Test(
    "an instructor has solutions, foundations, hints, misconceptions and points; a student has not")
  func editions() throws {
    let teacher = try #require(try pages(.instructor(SampleCourse.notes()))["02-sorting.html"])
    let student = try #require(try pages()["02-sorting.html"])
    for words in [
      "Model answer", "pivotOfThem", "Sources/Answers/Words.swift:12", "no exercise asks for",
      "merged", "Where would you look for 02.1?", "<code>quantity</code>",
      "the empty list of 02.1", "An empty list counts as one word.", "What has an empty list?",
      "name=\"robots\" content=\"noindex\"",
      "Instructor edition",
    ] {
      #expect(teacher.contains(words), "\(words)")
      #expect(!student.contains(words), "\(words)")
    }
    for words in ["1 point", "NotImplemented", "swift run lesson hint 02.1"] {
      #expect(student.contains(words), "\(words)")
      #expect(teacher.contains(words), "\(words)")
    }
  }

  @Test("every link leads to a place that is there, in both editions")
  func links() throws {
    for edition in [Edition.student, .instructor(try SampleCourse.notes())] {
      let pages = try pages(edition)
      let ids = pages.mapValues { page in
        page.matches(of: /\sid="([^"]+)"/).map { String($0.output.1) }
      }
      for (path, page) in pages {
        #expect(Set(ids[path] ?? []).count == ids[path]?.count, "an id of \(path) stands twice")
        for match in page.matches(of: /\shref="([^"#]*)(#([^"]+))?"/) {
          let target = match.output.1.isEmpty ? path : String(match.output.1)
          #expect(pages[target] != nil, "\(path) leads to \(target)")
          if let place = match.output.3 {
            #expect(
              ids[target]?.contains(String(place)) == true, "\(path) leads to \(target)#\(place)")
          }
        }
      }
    }
  }

  @Test("the search leads to places that are there")
  func searchAddresses() throws {
    let files = try SampleCourse.site().files
    let index = try #require(files["search-index.js"])
    let rows = index.matches(of: /(?m)^\["([a-z]+)","([^"]*)","([^"#]+)(?:#([^"]*))?"/)
    #expect(
      rows.map { "\($0.output.1): \($0.output.2)" } == [
        "lesson: Counting words", "section: The count", "term: count", "exercise: 01.1 The count",
        "section: What follows", "lesson: Sorting words", "section: The order",
        "exercise: 02.1 The order", "symbol: c, count", "symbol: w_t",
      ])
    for row in rows {
      let page = try #require(files[String(row.output.3)])
      if let place = row.output.4 { #expect(page.contains(" id=\"\(place)\""), "\(place)") }
    }
  }

  @Test("each page has its language, one h1, headings without a gap, and a way past the bar")
  func headings() throws {
    for (path, page) in try pages(.instructor(SampleCourse.notes())) {
      #expect(page.contains("<html lang=\"en\""), "\(path)")
      #expect(page.contains("<a class=\"skip\" href=\"#content\">"))
      let levels = page.matches(of: /<h([1-6])[ >]/).compactMap { Int($0.output.1) }
      #expect(levels.first == 1)
      #expect(levels.count { $0 == 1 } == 1)
      for (above, below) in zip(levels, levels.dropFirst()) {
        #expect(below <= above + 1, "\(path): h\(below) below h\(above)")
      }
    }
  }

  @Test(
    "a lesson leads to the one before and the one behind it, the outer ones to the reference pages")
  func pager() throws {
    let pages = try pages()
    func ways(_ page: String) -> [String] {
      (pages[page] ?? "").matches(of: /<a class="(prev|next)" rel="(prev|next)" href="([^"]+)"/)
        .map { "\($0.output.2) \($0.output.3)" }
    }
    #expect(ways("01-counting.html") == ["prev index.html", "next 02-sorting.html"])
    #expect(ways("02-sorting.html") == ["prev 01-counting.html", "next glossary.html"])
  }

  @Test("lessons and exercises that a sentence names are links where the site has them")
  func mentions() throws {
    let pages = try pages()
    let first = try #require(pages["01-counting.html"])
    #expect(first.contains("<a href=\"02-sorting.html\">lesson 02</a>"))
    #expect(first.contains("<a href=\"#exercise-01.1\">01.1</a>"))
    #expect(first.contains("<a href=\"02-sorting.html#the-order\">the second</a>"))
    #expect(try #require(pages["02-sorting.html"]).contains("Nobody wrote lesson 03."))
    let alone = try SampleCourse.site(lessons: [SampleCourse.lessons()[1]]).files
    let second = try #require(alone["02-sorting.html"])
    #expect(second.contains("Back to lesson 01."))
    #expect(!second.contains("01-counting.html"))
  }

  @Test("contents lead to sections and exercises, and every section and cell has a link to itself")
  func contents() throws {
    let page = try #require(try pages()["01-counting.html"])
    let contents = try #require(page.firstMatch(of: /(?s)<nav class="contents".*?<\/nav>/)).output
    #expect(
      contents.matches(of: /href="#([^"]+)"/).map { String($0.output.1) }
        == ["the-count", "exercise-01.1", "what-follows"])
    for place in ["the-count", "what-follows", "exercise-01.1", "cell-words"] {
      #expect(page.contains("<a class=\"permalink\" href=\"#\(place)\""), "\(place)")
    }
  }

  @Test("symbols stand with shape, name in code and the section that brings them")
  func glossary() throws {
    let pages = try pages()
    let page = try #require(pages["glossary.html"])
    for words in [
      "<tr id=\"symbol-w_t\">", "href=\"02-sorting.html#the-order\"", "the weight of step",
      "<code>count</code>", "href=\"01-counting.html#the-count\"",
    ] {
      #expect(page.contains(words), "\(words)")
    }
    let lesson = try #require(pages["02-sorting.html"])
    #expect(lesson.contains("href=\"glossary.html#symbol-w_t\""))
    let alone = try SampleCourse.site(lessons: [SampleCourse.lessons()[0]]).files["glossary.html"]
    #expect(try #require(alone).contains("symbol-w_t") == false)
  }

  @Test("a glossary that says what no lesson holds is refused with file and line")
  func glossaryErrors() throws {
    func errors(_ entry: String) throws -> [String] {
      try Glossary(parsing: Array(entry.utf8), file: "lessons/glossary.yml")
        .errors(in: SampleCourse.lessons()).map(\.description)
    }
    let rest = "\n  shape: V\n  meaning: words\n  lesson: "
    #expect(try errors("- symbol: c\(rest)'01'") == [])
    #expect(
      try errors("- symbol: q\(rest)'01'")
        == ["lessons/glossary.yml:1: no formula of lesson 01 has the symbol 'q'"])
    #expect(
      try errors("- symbol: w_t\(rest)'01'") == [
        "lessons/glossary.yml:1: no formula of lesson 01 has the symbol 'w_t'; lesson 02 has"
      ])
    #expect(
      try errors("- symbol: c\n  code: counter\(rest)'01'")
        == ["lessons/glossary.yml:1: lesson 01 has no code that says 'counter'"])
    #expect(
      try errors("- symbol: c\(rest)'07'")
        == ["lessons/glossary.yml:1: there is no lesson 07 for 'c'; there are 01, 02"])
    #expect(try errors("- symbol: \\nonsense\(rest)'01'").first?.contains("nonsense") == true)
  }

  @Test("an exercise without a model answer is the author's error, at the starter's line")
  func noAnswer() throws {
    let lesson = try SampleCourse.lessons()[0]
    let models = try SampleCourse.models(
      SampleCourse.answers.replacing("[String]) throws -> Int", with: "[Character]) throws -> Int"))
    let errors = #expect(throws: LessonErrors.self) {
      try models.answer(to: lesson.exercises[0], of: lesson)
    }
    #expect(
      errors?.errors.map(\.message) == [
        "exercise 01.1: no model answer declares count(_:) with these types"
      ])
  }

  @Test("the page's policy lets the loader run that stands in the page, and no other script")
  func policy() throws {
    let page = try #require(try pages()["index.html"])
    #expect(page.matches(of: /<script/).count == 1)
    #expect(page.contains("<script>\(SearchScript.loader)</script>"))
    #expect(
      page.contains("script-src &#39;\(SearchScript.loaderHash)&#39; &#39;strict-dynamic&#39;"))
    #expect("sha256-" + (try sha256(SearchScript.loader)) == SearchScript.loaderHash)
  }

  /// As `sha256sum` computes it, in base64.
  private func sha256(_ text: String) throws -> String {
    let input = Pipe(), output = Pipe()
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["sha256sum"]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    input.fileHandleForWriting.write(Data(text.utf8))
    try input.fileHandleForWriting.close()
    let line = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let hex = Array(line.prefix(64))
    let bytes = stride(from: 0, to: hex.count, by: 2).compactMap {
      UInt8(String(hex[$0..<$0 + 2]), radix: 16)
    }
    return Data(bytes).base64EncodedString()
  }

  @Test("what an author writes is text on every page and in the search")
  func escaping() throws {
    let evil = "</script><script>alert(1)</script><img src=x onerror=alert(1)>"
    let lesson = try Lesson(
      parsing: Array(
        SampleCourse.secondLesson.replacing("Back to lesson 01.", with: "**\(evil)** & `\(evil)`")
          .replacing("Sorting words", with: "'\(evil)'").utf8),
      file: "lessons/02-sorting.md", knownExercises: ["01.1", "02.1"])
    let files = try SampleCourse.site(lessons: [lesson], printed: evil).files
    for (path, text) in files where path != "search.js" {
      #expect(!text.contains("<img"), "\(path)")
      #expect(!text.contains("alert(1)</script>"), "\(path)")
    }
  }
}
