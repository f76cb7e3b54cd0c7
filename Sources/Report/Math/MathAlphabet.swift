/// The alphabets of Unicode's mathematical letters.
enum MathAlphabet: String, CaseIterable {
  case italic, bold, boldItalic, doubleStruck, script, fraktur, sansSerif, monospace

  static let commands: [String: MathAlphabet] = [
    "mathit": .italic, "mathbf": .bold, "bf": .bold, "boldsymbol": .boldItalic, "bm": .boldItalic,
    "mathbb": .doubleStruck, "mathcal": .script, "mathscr": .script, "mathfrak": .fraktur,
    "mathsf": .sansSerif, "mathtt": .monospace,
  ]

  /// `letter` in this alphabet, or as it is where the alphabet lacks it.
  func letter(_ letter: Character) -> String {
    if let exception = Self.exceptions[self]?[letter] { return String(exception) }
    guard let value = letter.unicodeScalars.first?.value, letter.unicodeScalars.count == 1 else {
      return String(letter)
    }
    let start: UInt32? =
      switch value {
      case 0x41...0x5A: capitals + value - 0x41
      case 0x61...0x7A: capitals + 26 + value - 0x61
      case 0x30...0x39: digits.map { $0 + value - 0x30 }
      case 0x391...0x3A9: greekCapitals.map { $0 + value - 0x391 }
      case 0x3B1...0x3C9: greekCapitals.map { $0 + 26 + value - 0x3B1 }
      default: nil
      }
    return start.flatMap(Unicode.Scalar.init).map { String($0) } ?? String(letter)
  }

  private var capitals: UInt32 {
    switch self {
    case .italic: 0x1D434
    case .bold: 0x1D400
    case .boldItalic: 0x1D468
    case .doubleStruck: 0x1D538
    case .script: 0x1D49C
    case .fraktur: 0x1D504
    case .sansSerif: 0x1D5A0
    case .monospace: 0x1D670
    }
  }

  private var digits: UInt32? {
    switch self {
    case .bold, .boldItalic: 0x1D7CE
    case .doubleStruck: 0x1D7D8
    case .sansSerif: 0x1D7E2
    case .monospace: 0x1D7F6
    case .italic, .script, .fraktur: nil
    }
  }

  private var greekCapitals: UInt32? {
    switch self {
    case .italic: 0x1D6E2
    case .bold: 0x1D6A8
    case .boldItalic: 0x1D71C
    default: nil
    }
  }

  /// Letters that Unicode had before it had the alphabets.
  private static let exceptions: [MathAlphabet: [Character: Character]] = [
    .italic: ["h": "ℎ"],
    .doubleStruck: ["C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"],
    .script: [
      "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ",
      "e": "ℯ", "g": "ℊ", "o": "ℴ",
    ],
    .fraktur: ["C": "ℭ", "H": "ℌ", "I": "ℑ", "R": "ℜ", "Z": "ℨ"],
  ]
}
