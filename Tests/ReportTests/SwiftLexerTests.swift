import Testing

@testable import Report

@Suite("SwiftLexer")
struct SwiftLexerTests {
  private func kinds(_ source: String) -> [String] {
    SwiftLexer.tokens(of: source).filter { $0.kind != .plain }.map { "\($0.kind) \($0.text)" }
  }

  @Test("keywords, types, strings, numbers, comments and attributes are told apart")
  func kinds() {
    #expect(
      kinds("@main struct Cell { let h: Vector = f(1.5e-3, \"a\") // why\n}") == [
        "attribute @main", "keyword struct", "type Cell", "keyword let", "type Vector",
        "number 1.5e-3", "string \"a\"", "comment // why",
      ])
  }

  @Test("a member that is called like a keyword is a name")
  func members() {
    #expect(kinds("x.default; .init(y); a.self; `in`") == ["keyword init", "keyword self"])
  }

  @Test("strings end where Swift ends them")
  func strings() {
    #expect(kinds(#""a \"b\" c" + 1"#) == [#"string "a \"b\" c""#, "number 1"])
    #expect(kinds(##"#"raw "quoted" \n"# 2"##) == [##"string #"raw "quoted" \n"#"##, "number 2"])
    #expect(kinds(#""\(f("x", (1)))" 2"#) == [#"string "\(f("x", (1)))""#, "number 2"])
    #expect(kinds("\"\"\"\na \" b\n\"\"\" 3") == ["string \"\"\"\na \" b\n\"\"\"", "number 3"])
    #expect(kinds("\"open\n4") == ["string \"open", "number 4"])
  }

  @Test("comments nest; ranges are not decimals")
  func commentsAndNumbers() {
    #expect(
      kinds("/* a /* b */ c */ 0..<10") == ["comment /* a /* b */ c */", "number 0", "number 10"])
    #expect(kinds("0x1F 1_000 0x1p-3") == ["number 0x1F", "number 1_000", "number 0x1p-3"])
  }

  @Test("no character is lost, whatever the text")
  func lossless() throws {
    let pieces = [
      "\"", "\"\"\"", "\\(", "\\", "#", "/*", "*/", "//", "\n", "\r\n", " ", "(", ")", "let", "V",
      "Vector", "1.5", "0x", "e-", "@", "`", "é", "👩‍👩‍👧", "\u{301}", ".", "_", "\u{0}",
    ]
    var random = Mixer(state: 42)
    for _ in 0..<4000 {
      let source = (0..<random.next(below: 24)).map { _ in pieces[random.next(below: pieces.count)]
      }
      .joined()
      #expect(SwiftLexer.tokens(of: source).map(\.text).joined() == source)
    }
    let lesson = try Files.text("Fixtures/03-bptt.md")
    #expect(SwiftLexer.tokens(of: lesson).map(\.text).joined() == lesson)
  }
}
