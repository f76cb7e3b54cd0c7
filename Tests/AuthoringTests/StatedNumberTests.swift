import Testing

@testable import Authoring

@Suite("StatedNumber")
struct StatedNumberTests {
  func numbers(_ text: String) -> [StatedNumber] { StatedNumber.all(in: text, line: 1) }

  @Test(
    "digits in prose are numbers, with sign, point and thousands",
    arguments: [
      ("It ends at 2.7404.", "2.7404", 2.7404), ("beyond −13 for sixteen", "−13", -13),
      ("a depth of -13, that is", "−13", -13), ("All 40,800 updates", "40,800", 40_800),
      ("(7 of them)", "7", 7), ("costs 0.25, then", "0.25", 0.25),
    ])
  func one(text: String, written: String, value: Double) {
    let found = numbers(text)
    #expect(found.map(\.text) == [written])
    #expect(found.map(\.value) == [value])
  }

  @Test(
    "digits that belong to a word or a name are none",
    arguments: ["conv2d", "P18-2117", "x86-64 is", "float64", "h_0", "\u{FFFC}2"])
  func words(text: String) { #expect(numbers(text) == []) }

  @Test("a range has two ends, and neither is negative")
  func range() {
    #expect(numbers("from 3–5 or 3-5").map(\.value) == [3, 5, 3, 5])
  }

  @Test("the line is that of the number, not of its paragraph")
  func lines() {
    #expect(numbers("one\ntwo 12\n\nthree 13").map(\.line) == [2, 4])
  }

  @Test("the word before and per cent behind are kept")
  func neighbours() throws {
    let found = try #require(numbers("after about\n23 per cent of").first)
    #expect(found.wordBefore == "about")
    #expect(found.isPercentage)
    #expect(numbers("99.9 % of").first?.isPercentage == true)
    #expect(numbers("99 persons").first?.isPercentage == false)
  }

  @Test("no text makes it trap")
  func fuzz() {
    let pieces = [
      "1", "−", "-", ".", ",", "000", "%", " ", "\n", "a", "é", "\u{FFFC}", "٣", "½", "e", "_",
    ]
    var state: UInt64 = 5
    for _ in 0..<5000 {
      var text = ""
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int((state >> 33) % UInt64(pieces.count))]
      }
      for number in numbers(text) { #expect(text.contains(number.text.dropFirst())) }
    }
  }
}
