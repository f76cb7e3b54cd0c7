/// What tells one declaration from another: for a function its name, labels and types.
struct Signature: Hashable {
  enum Kind: Hashable { case function, type, `extension` }

  var kind: Kind
  /// Without arguments: `lstmForward`.
  var name: String
  /// Of a function's parameters, each `label:Type`; names for the body alone are not part of it.
  var parameters: [String] = []

  /// - Parameter code: the declaration, strings and comments blank.
  init?(kind: Kind, code: String) {
    let keywords = ["func", "class", "struct", "enum", "actor", "protocol", "extension"]
    let words = code.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
    guard let keyword = words.first(where: { keywords.contains(String($0)) }) else { return nil }
    let rest = code[keyword.endIndex...].drop(while: \.isWhitespace)
    let name = rest.prefix { $0.isLetter || $0.isNumber || "_.`".contains($0) }
    guard !name.isEmpty else { return nil }
    self.kind = kind
    self.name = String(name)
    guard kind == .function else { return }
    let afterName = rest.dropFirst(name.count).drop { $0 != "(" }
    parameters = Self.topLevelParts(afterName.dropFirst()).map(Self.parameter)
  }

  /// `parameters p: inout LSTMParameters = .zero` → `parameters:inoutLSTMParameters`.
  private static func parameter(_ text: String) -> String {
    let colon = text.firstIndex(of: ":") ?? text.endIndex
    let label = text[..<colon].split(whereSeparator: \.isWhitespace).first ?? ""
    let type = text[colon...].split(separator: "=", maxSplits: 1).first ?? ""
    return label + type.filter { !$0.isWhitespace }
  }

  /// What stands between the commas up to the closing parenthesis.
  private static func topLevelParts(_ text: Substring) -> [String] {
    var parts = [""]
    var depth = 0
    var before: Character = " "
    for character in text {
      defer { before = character }
      switch character {
      case ")" where depth == 0:
        return parts.filter { !$0.allSatisfy(\.isWhitespace) }
      // The arrow of a function's type closes nothing.
      case ">" where before == "-": break
      case "(", "[", "<", "{": depth += 1
      case ")", "]", ">", "}": depth -= 1
      case "," where depth == 0:
        parts.append("")
        continue
      default: break
      }
      parts[parts.count - 1].append(character)
    }
    return []
  }
}

extension Signature: CustomStringConvertible {
  /// `lstmStep(_:hidden:cell:parameters:)`, `CountingNetwork`.
  var description: String {
    guard kind == .function else { return name }
    return "\(name)(\(parameters.map { $0.prefix { $0 != ":" } + ":" }.joined()))"
  }
}
