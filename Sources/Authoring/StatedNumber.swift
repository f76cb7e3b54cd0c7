/// A number in digits that the prose states, with what stands around it.
struct StatedNumber: Equatable {
  /// As it is written: `−13`, `0.25`, `40,800`.
  var text: String
  var value: Double
  /// Digits behind the point: it stands for all that rounds to it.
  var decimals: Int
  var line: Int
  /// The word before it, in lower case and without marks; empty at the beginning.
  var wordBefore: String
  /// Whether it counts hundredths: `per cent` or `%` follows.
  var isPercentage: Bool
}

extension StatedNumber {
  /// The numbers in a text, in order.
  ///
  /// Digits that belong to a word, as in `conv2d` or `P18-2117`, are no numbers.
  ///
  /// - Parameter line: the lesson's line on which the text begins.
  static func all(in text: String, line: Int) -> [StatedNumber] {
    let characters = Array(text)
    var numbers: [StatedNumber] = []
    var line = line
    var index = 0
    while index < characters.count {
      let character = characters[index]
      if character.isNewline { line += 1 }
      guard character.isDigit else {
        index += 1
        continue
      }
      let end = numeralEnd(characters, from: index)
      let before = index > 0 ? characters[index - 1] : " "
      let isNegative =
        "−-".contains(before) && (index < 2 || !characters[index - 2].isPartOfWord)
      let isInWord =
        before.isPartOfWord || (before == "-" && isInName(before: index, characters))
        || (end < characters.count && characters[end].isLetter)
      let digits = String(characters[index..<end]).filter { $0 != "," }
      if !isInWord, let size = Double(digits) {
        numbers.append(
          StatedNumber(
            text: (isNegative ? "−" : "") + String(characters[index..<end]),
            value: isNegative ? -size : size,
            decimals: digits.split(separator: ".").dropFirst().first?.count ?? 0, line: line,
            wordBefore: word(before: isNegative ? index - 1 : index, characters),
            isPercentage: isPercentage(characters[end...])))
      }
      index = end
    }
    return numbers
  }

  /// The end of `2.3825` or `40,800`; a point or comma that ends a sentence is none of it.
  private static func numeralEnd(_ characters: [Character], from start: Int) -> Int {
    var end = start
    while end < characters.count, characters[end].isDigit { end += 1 }
    func digits(_ from: Int) -> Int {
      characters[min(from, characters.count)...].prefix(while: \.isDigit).count
    }
    while end < characters.count, characters[end] == ",", digits(end + 1) == 3 { end += 4 }
    if end < characters.count, characters[end] == ".", digits(end + 1) > 0 {
      end += 1 + digits(end + 1)
    }
    return end
  }

  /// Whether letters are joined to what stands before: `P18-2117`, but not `3-5`.
  private static func isInName(before index: Int, _ characters: [Character]) -> Bool {
    characters[..<index].reversed().prefix { $0.isPartOfWord || $0 == "-" }
      .contains { !$0.isDigit && $0 != "-" }
  }

  private static func word(before index: Int, _ characters: [Character]) -> String {
    let earlier = characters[..<index].reversed().drop { !$0.isPartOfWord }
    return String(earlier.prefix(while: \.isPartOfWord).reversed()).lowercased()
  }

  private static func isPercentage(_ rest: ArraySlice<Character>) -> Bool {
    let next = String(rest.prefix(10)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return next.hasPrefix("%") || next.hasPrefix("per cent") || next.hasPrefix("percent")
  }
}

extension Character {
  fileprivate var isDigit: Bool { isASCII && isNumber }
  fileprivate var isPartOfWord: Bool { isLetter || isNumber || self == "_" || self == "\u{FFFC}" }
}
