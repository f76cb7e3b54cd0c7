import Testing

@testable import Watching

@Suite("KeyDecoder")
struct KeyDecoderTests {
  private func keys(_ text: String) -> [Key] {
    var decoder = KeyDecoder()
    return decoder.keys(from: Array(text.utf8)) + decoder.flush()
  }

  @Test(
    "a key is what the terminal sends for it",
    arguments: [
      ("n", [Key.character("n")]), ("nq", [.character("n"), .character("q")]), ("\r", [.enter]),
      ("\n", [.enter]), ("\u{1B}", [.escape]), ("\u{1B}[A", [.up]), ("\u{1B}OB", [.down]),
      ("\u{1B}[1;5C", [.right]), ("\u{1B}[D", [.left]), ("\u{1B}[5~", [.pageUp]),
      ("\u{1B}[6~", [.pageDown]), ("ü€", [.character("ü"), .character("€")]),
      ("\u{0C}", [.redraw]), ("\u{04}", [.endOfInput]),
    ])
  func known(text: String, expected: [Key]) { #expect(keys(text) == expected) }

  @Test("an arrow that comes in three pieces is one key, and no escape")
  func pieces() {
    var decoder = KeyDecoder()
    #expect(decoder.keys(from: [0x1B]) == [])
    #expect(decoder.isWaiting)
    #expect(decoder.keys(from: [UInt8(ascii: "[")]) == [])
    #expect(decoder.keys(from: [UInt8(ascii: "A"), UInt8(ascii: "r")]) == [.up, .character("r")])
    #expect(!decoder.isWaiting)
    #expect(decoder.flush() == [])
  }

  @Test("a character of three bytes that comes in two pieces is one key")
  func letter() {
    var decoder = KeyDecoder()
    #expect(decoder.keys(from: [0xE2, 0x82]) == [])
    #expect(decoder.keys(from: [0xAC]) == [.character("€")])
  }

  @Test("escape before another key is a key of its own")
  func escapeThenKey() { #expect(keys("\u{1B}q") == [.escape, .character("q")]) }

  @Test("keys that are not ours, control characters and broken bytes are nothing")
  func nothing() {
    #expect(keys("\u{1B}[15~\u{01}\u{7F}\tq") == [.character("q")])
    var decoder = KeyDecoder()
    #expect(
      decoder.keys(from: [0x80, 0xFF, 0xC3, 0x28, UInt8(ascii: "q")]).last == .character("q"))
    #expect(
      decoder.keys(from: [0x1B, UInt8(ascii: "[")] + [UInt8](repeating: 0x31, count: 40)) == [])
    #expect(!decoder.isWaiting)
  }
}
