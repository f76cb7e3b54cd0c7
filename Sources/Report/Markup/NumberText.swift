// Numbers as text, the same on every machine: the digits come from Swift's shortest exact
// description and are rounded as decimals, never through a locale or printf.

/// A finite number's decimal digits: 0.d₁d₂d₃… × 10^exponent.
struct Decimal: Equatable {
  var isNegative: Bool
  /// Without leading or trailing zeros; empty for zero.
  var digits: [UInt8]
  var exponent: Int

  init(_ value: Double) {
    precondition(value.isFinite, "only finite numbers have digits")
    isNegative = value < 0
    var mantissa = Substring("\(value.magnitude)")
    var exponent = 0
    if let mark = mantissa.firstIndex(where: { $0 == "e" }) {
      exponent = Int(mantissa[mantissa.index(after: mark)...]) ?? 0
      mantissa = mantissa[..<mark]
    }
    let parts = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    exponent += parts[0].count
    digits = parts.joined().utf8.map { $0 - UInt8(ascii: "0") }
    while digits.first == 0 {
      digits.removeFirst()
      exponent -= 1
    }
    self.exponent = exponent
    trim()
  }

  /// Rounds half up, away from zero, to `count` digits.
  mutating func round(toDigits count: Int) {
    guard count < digits.count else { return }
    guard count >= 0 else {
      digits = []
      exponent = 0
      return
    }
    let roundsUp = digits[count] >= 5
    digits.removeSubrange(count...)
    if roundsUp {
      var index = count - 1
      while index >= 0, digits[index] == 9 {
        digits[index] = 0
        index -= 1
      }
      if index >= 0 {
        digits[index] += 1
      } else {
        digits.insert(1, at: 0)
        exponent += 1
      }
    }
    trim()
  }

  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { exponent = 0 }
  }

  /// "0.0125", "1200": digits with a point where it belongs.
  var positional: String {
    let text = digits.map(String.init).joined()
    let body: String
    if digits.isEmpty {
      body = "0"
    } else if exponent <= 0 {
      body = "0." + String(repeating: "0", count: -exponent) + text
    } else if exponent >= digits.count {
      body = text + String(repeating: "0", count: exponent - digits.count)
    } else {
      body = text.prefix(exponent) + "." + text.dropFirst(exponent)
    }
    return (isNegative && !digits.isEmpty ? "−" : "") + body
  }

  /// "1.25 × 10⁻⁷", with spaces that no line ends at.
  var scientific: String {
    guard let first = digits.first else { return "0" }
    let rest = digits.dropFirst().map(String.init).joined()
    let sign = isNegative ? "−" : ""
    return
      "\(sign)\(first)\(rest.isEmpty ? "" : "." + rest)\u{A0}×\u{A0}10\(superscript(exponent - 1))"
  }
}

/// A number for a reader: at most `significant` digits, powers of ten where zeros would hide them.
func numberText(_ value: Double, significant: Int = 5) -> String {
  if value.isNaN { return "NaN" }
  if value.isInfinite { return value < 0 ? "−∞" : "∞" }
  var decimal = Decimal(value)
  decimal.round(toDigits: significant)
  return (-3...6).contains(decimal.exponent) ? decimal.positional : decimal.scientific
}

/// `10⁻³` without the ten: "⁻³".
func superscript(_ exponent: Int) -> String {
  let raised: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
  let digits = String(exponent.magnitude).utf8.map { raised[Int($0 - UInt8(ascii: "0"))] }
  return (exponent < 0 ? "⁻" : "") + String(digits)
}

/// A coordinate in a drawing: at most one decimal, which is a tenth of a pixel at full size.
func coordinate(_ value: Double) -> String {
  guard value.isFinite else { return "0" }
  let tenths = Int((min(max(value, -100_000), 100_000) * 10).rounded())
  let sign = tenths < 0 ? "-" : ""
  let whole = tenths.magnitude / 10
  let part = tenths.magnitude % 10
  return part == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(part)"
}
