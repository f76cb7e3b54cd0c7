// Int against Double.

import Transcripts

extension ErrorHelp {
  static let numbers: [Rule] = [
    Rule("cannot convert return expression of type 'Int' to return type 'Double'") { help, _ in
      "This is an Int and the function promises a Double; Swift mixes the two nowhere, and "
        + "\(help.quotedOperand) becomes one with Double(…)."
    },
    Rule("cannot convert value of type 'Int' to expected argument type 'Double'", doubleWanted),
    Rule("cannot convert value of type 'Int' to specified type 'Double'", doubleWanted),
    Rule("cannot convert value of type 'Double' to expected argument type 'Int'") { help, _ in
      let isIndex =
        help.line.utf8.dropFirst(max(0, help.error.column - 2)).first == UInt8(ascii: "[")
      return isIndex
        ? "An index is an Int, and \(help.quoted(help.name, or: "this")) is a Double; can it be counted in "
          + "whole numbers from the beginning?"
        : "\(help.quoted(help.name, or: "This")) is a Double, and an Int is wanted; can it be counted in whole "
          + "numbers from the beginning?"
    },
    Rule("cannot convert value of type 'Double' to specified type 'Int'", fraction),
    Rule("cannot convert return expression of type 'Double' to return type 'Int'", fraction),
    Rule("binary operator '*' cannot be applied to operands of type 'Int' and 'Double'", mixed),
    Rule("binary operator '*' cannot be applied to operands of type 'Double' and 'Int'", mixed),
    Rule("cannot convert value of type 'Int' to expected argument type 'String'") { help, _ in
      "A text and a number do not add up; \(help.quoted(help.name, or: "the number")) can stand inside the "
        + "quotes, as \\(…)."
    },
  ]

  @Sendable static func doubleWanted(_ help: ErrorHelp, _: [String]) -> String? {
    "\(help.quoted(help.name, or: "This")) is an Int where a Double is wanted; Double(…) makes one of it."
  }

  @Sendable static func fraction(_ help: ErrorHelp, _: [String]) -> String? {
    "A Double has a fraction and an Int has none; Int(…) cuts it off – is rounding down what you want here?"
  }

  @Sendable static func mixed(_ help: ErrorHelp, _ parts: [String]) -> String? {
    "Swift does not mix Int and Double, not even for \(parts.first ?? "this"); \(help.quotedOperand) becomes "
      + "a Double with Double(…)."
  }

  /// The operand that is a whole number, if one can be told: something with `.count`, or a name that is
  /// declared `: Int`.
  var quotedOperand: String {
    let words = SourceText.words(line)
    if line.contains(".count") {
      let name = words.firstIndex(of: "count").flatMap { $0 > 0 ? words[$0 - 1] : nil }
      return "'\(name.map { $0 + "." } ?? "")count'"
    }
    let integers = words.filter { word in
      source.code.contains { $0.contains("\(word): Int") && !$0.contains("\(word): Int]") }
    }
    return integers.last.map { "'\($0)'" } ?? quoted(name == "return" ? nil : name, or: "the Int")
  }
}
