import CommonMark
import Testing

@Suite("MarkdownDocument")
struct MarkdownDocumentTests {
  @Test("blocks come in order, each with the lines it stands on")
  func positions() throws {
    let document = try MarkdownDocument(
      parsing: """
        ## Title

        A *word* and `code`,
        two lines.

        ```swift
        let x = 1
        ```

        - one
        - two
        """)
    #expect(
      document.blocks == [
        Block(.heading(level: 2, [.text("Title")]), lines: 1...1),
        Block(
          .paragraph([
            .text("A "), .emphasis([.text("word")]), .text(" and "), .code("code"), .text(","),
            .softBreak, .text("two lines."),
          ]), lines: 3...4),
        Block(.code(info: "swift", text: "let x = 1\n"), lines: 6...8),
        Block(
          .list(
            List(
              start: nil, isTight: true,
              items: [
                [Block(.paragraph([.text("one")]), lines: 10...10)],
                [Block(.paragraph([.text("two")]), lines: 11...11)],
              ])), lines: 10...11),
      ])
  }

  @Test("links, images, strong text, quotes, breaks and HTML keep what they say")
  func everyKind() throws {
    let document = try MarkdownDocument(
      parsing: """
        [a](b "c") ![d](e) **f** <i>g</i>\\
        next

        > quoted

        3. three

        ***

        <!-- note -->
        """)
    #expect(
      document.blocks.map(\.kind) == [
        .paragraph([
          .link(destination: "b", title: "c", [.text("a")]), .text(" "),
          .image(source: "e", title: "", [.text("d")]), .text(" "), .strong([.text("f")]),
          .text(" "), .html("<i>"), .text("g"), .html("</i>"), .lineBreak, .text("next"),
        ]),
        .quote([Block(.paragraph([.text("quoted")]), lines: 4...4)]),
        .list(
          List(
            start: 3, isTight: true, items: [[Block(.paragraph([.text("three")]), lines: 6...6)]])),
        .thematicBreak,
        .html("<!-- note -->\n"),
      ])
  }

  @Test("plain text leaves the markup out")
  func plainText() {
    let inlines: [Inline] = [.text("a "), .strong([.code("b")]), .softBreak, .html("<br>")]
    #expect(inlines.plainText == "a b ")
  }

  @Test("an empty text has no blocks")
  func empty() throws {
    #expect(try MarkdownDocument(parsing: "").blocks.isEmpty)
  }

  @Test("blocks nested a thousand deep are an error, not an overflow of the stack")
  func deepNesting() {
    let text = String(repeating: ">", count: 1000) + " x"
    #expect(throws: MarkdownError.self) { try MarkdownDocument(parsing: text) }
  }

  @Test("emphasis nested a thousand deep is an error, too")
  func deepEmphasis() {
    let stars = String(repeating: "*a **b ", count: 1000)
    let close = String(repeating: "**c *", count: 1000)
    // Either libcmark gives up on it or we do; neither may trap.
    _ = try? MarkdownDocument(parsing: stars + close)
  }
}
