import Testing

@testable import Watching

@Suite("ScreenLine")
struct ScreenLineTests {
  private let full = TerminalFeatures(
    hasColours: true, hasLinks: true, hasCursor: true, host: "desk")

  @Test("a line is cut at its columns, not at its characters")
  func cut() {
    #expect(ScreenLine("hidden state").cut(to: 8).plain == "hidden …")
    #expect(ScreenLine("隠れ状態です").cut(to: 7).plain == "隠れ状…")
    #expect(ScreenLine("e\u{301}e\u{301}e\u{301}").columns == 3)
    #expect(ScreenLine("short").cut(to: 5).plain == "short")
  }

  @Test("a paragraph is folded at word ends, within its margin")
  func folding() {
    let lines = paragraph("The hidden state after one more token.", width: 20)
    #expect(lines.map(\.plain) == ["  The hidden state", "  after one more", "  token."])
  }

  @Test("styles and links are written where the terminal has them, and nowhere else")
  func terminal() {
    let line = ScreenLine([
      .init("✗", .red), .init(" at "),
      .init("02.swift:7", .blue, link: FileLink(path: "/a b/02.swift", line: 7)),
    ])
    #expect(
      line.text(on: full)
        == "\u{1B}[31m✗\u{1B}[0m at \u{1B}]8;;file://desk/a%20b/02.swift#7\u{1B}\\"
        + "\u{1B}[34m02.swift:7\u{1B}[0m\u{1B}]8;;\u{1B}\\")
    let plain = TerminalFeatures(hasColours: false, hasLinks: false, hasCursor: true)
    #expect(line.text(on: plain) == "✗ at 02.swift:7")
  }

  @Test("of what is read, our styles stay; every other control character is gone")
  func reading() {
    let lines = ScreenLine.lines(
      reading:
        "\u{1B}[33mLooks like\u{1B}[0m this\n\u{1B}]8;;http://evil\u{07}b\u{1B}[2Jc\u{08}\r\n")
    #expect(
      lines == [
        ScreenLine([.init("Looks like", .yellow), .init(" this")]), ScreenLine("]8;;http://evilbc"),
      ])
    #expect(!lines.contains { $0.text(on: full).contains("\u{1B}]") })
  }

  @Test(
    "a place is linked where it stands for the first time, and no longer number is taken for it")
  func linking() {
    let link = FileLink(path: "/c/a.swift", line: 4)
    let linked = ScreenLine("  a.swift:4:7: error").linking(["a.swift:4": link])
    #expect(linked.spans.map(\.text) == ["  ", "a.swift:4", ":7: error"])
    #expect(linked.spans[1].link == link)
    #expect(ScreenLine("a.swift:42").linking(["a.swift:4": link]) == ScreenLine("a.swift:42"))
  }
}
