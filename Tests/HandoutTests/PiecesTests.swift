import CommonMark
import Testing

@testable import Handout

@Suite("The site's pieces")
struct PiecesTests {
  @Test(
    "a text's lessons and exercises are found, and numbers that only look like them are not",
    arguments: [
      ("See lesson 02.", ["lesson 02"]), ("Lessons 01 to 02, then", ["Lessons 01", "02"]),
      ("in lessons 01, 02 and 01", ["lessons 01", "02", "01"]),
      ("lessons 01–02", ["lessons 01", "02"]),
      ("exercise 01.1 and 02.1.", ["01.1", "02.1"]), ("lesson 01.1", ["01.1"]),
      ("lesson 02 of 07", ["lesson 02"]), ("a loss of 01.10", []), ("0.01.1", []), ("1.02.1", []),
      ("version 01.1.3", []), ("lesson 020", []), ("lesson 2", []), ("lessons", []),
      ("lesson\n02", ["lesson\n02"]),
      ("lessen 02", []), ("Lesson 03 is not here; lesson 01 is.", ["lesson 01"]), ("h01.1", []),
    ])
  func mentions(text: String, expected: [String]) throws {
    let links = SiteLinks(try SampleCourse.lessons())
    let inlines = LessonMentions(text).inlines(on: "index.html", links)
    let found = inlines.compactMap { inline -> String? in
      if case .link(_, _, let words) = inline { words.plainText } else { nil }
    }
    #expect(found == expected)
    #expect(inlines.plainText == text)
  }

  @Test("many strings are found in one walk, at the ends and within each other")
  func multiSearch() {
    let search = MultiSearch(["abc", "bcd", "", "x", "über", "abcabcd"])
    #expect(search.matches(in: "abcabcd") == [0, 1, 5])
    #expect(search.matches(in: "wo über x") == [3, 4])
    #expect(search.matches(in: "") == [])
    #expect(MultiSearch([]).matches(in: "abc") == [])
    #expect(MultiSearch(["abcd"]).matches(in: "abc") == [])
  }

  @Test("all that a page says: text over inline tags, attributes, entities once")
  func spokenText() {
    #expect(
      SpokenText(of: "<p>let <span class=\"t\">a</span> = b</p><p>next</p>").lines
        == "let a = b\nnext\nt")
    #expect(
      SpokenText(of: "a &lt; b &amp;lt; c &#39;d&quot; &x; &").lines == "a < b &lt; c 'd\" &x; &")
    #expect(SpokenText(of: "<p title=\"a &gt; b > c\">d</p>").lines == "d\na > b > c")
    #expect(
      SpokenText(of: "x(\"a\\nb \\\"c\\\" \\\\\")", isScript: true).lines == "x(\"a\nb \"c\" \\\")")
  }

  @Test("a symbol is found as such, not as the beginning of one with an index")
  func tokens() {
    func holds(_ formula: String, _ symbol: String) -> Bool {
      TeXTokens(formula).contains(TeXTokens(symbol))
    }
    #expect(holds("a + h_{t}", "h_t"))
    #expect(!holds("\\tanh(a)", "h"))
    #expect(!holds("h_t", "h"))
    #expect(holds("h' = U x", "h"))
    #expect(holds("h_{t-1}", "h_{t-1}"))
    #expect(!holds("h_{t-1}", "h_t"))
  }
}
