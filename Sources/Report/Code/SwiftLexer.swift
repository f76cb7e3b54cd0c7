/// A run of source text and what it is, as far as a glance can tell.
package struct SwiftToken: Equatable {
  package enum Kind: String {
    case plain, keyword, type, string, number, comment, attribute
  }

  package var kind: Kind
  package var text: Substring
}

/// Splits Swift into tokens for colouring.
///
/// It loses no character and rejects nothing: a cell may be
/// wrong on purpose.
package struct SwiftLexer {
  private let source: String
  private var position: String.Index

  package static func tokens(of source: String) -> [SwiftToken] {
    var lexer = SwiftLexer(source: source, position: source.startIndex)
    var tokens: [SwiftToken] = []
    while let token = lexer.next() {
      if token.kind == .plain, tokens.last?.kind == .plain, let last = tokens.last {
        // Neighbours in one colour are one run.
        tokens[tokens.count - 1].text = source[last.text.startIndex..<token.text.endIndex]
      } else {
        tokens.append(token)
      }
    }
    return tokens
  }

  private init(source: String, position: String.Index) {
    self.source = source
    self.position = position
  }

  private mutating func next() -> SwiftToken? {
    guard let first = peek() else { return nil }
    let start = position
    let kind: SwiftToken.Kind
    if has("//") {
      skip { !$0.isNewline }
      kind = .comment
    } else if has("/*") {
      skipBlockComment()
      kind = .comment
    } else if first == "\"" || (first == "#" && isRawString) {
      skipString(depth: 0)
      kind = .string
    } else if first.isASCIIDigit {
      skipNumber()
      kind = .number
    } else if first == "@" || first == "#" {
      advance()
      skip(\.isNamePart)
      kind = source.index(after: start) == position ? .plain : .attribute
    } else if first == "`" {
      advance()
      skip { $0 != "`" && !$0.isNewline }
      if peek() == "`" { advance() }
      kind = .plain
    } else if first == "_" || first.isLetter {
      skip(\.isNamePart)
      kind = Self.kind(ofName: source[start..<position], isMember: isMember(at: start))
    } else {
      advance()
      kind = .plain
    }
    return SwiftToken(kind: kind, text: source[start..<position])
  }

  private static func kind(ofName name: Substring, isMember: Bool) -> SwiftToken.Kind {
    if keywords.contains(String(name)) && (!isMember || name == "self" || name == "init") {
      return .keyword
    }
    // `V` and `T` are shapes in a lesson as often as they are types.
    return name.first?.isUppercase == true && name.count > 1 ? .type : .plain
  }

  /// `.default` and `x.in` are names, not keywords.
  private func isMember(at start: String.Index) -> Bool {
    start > source.startIndex && source[source.index(before: start)] == "."
  }

  // MARK: - Comments and numbers

  /// Swift's block comments nest.
  private mutating func skipBlockComment() {
    var depth = 0
    while peek() != nil {
      if has("/*") {
        depth += 1
        advance(by: 2)
      } else if has("*/") {
        depth -= 1
        advance(by: 2)
        if depth == 0 { return }
      } else {
        advance()
      }
    }
  }

  private mutating func skipNumber() {
    let isHexadecimal = has("0x")
    skip { $0.isNamePart }
    // 0..<3 is a range; 0.5 is a number.
    if peek() == ".", peek(after: 1)?.isASCIIDigit == true {
      advance()
      skip { $0.isNamePart }
    }
    let last = source[source.index(before: position)]
    let mayHaveSign = isHexadecimal ? "pP".contains(last) : "eE".contains(last)
    if mayHaveSign, let sign = peek(), "+-".contains(sign), peek(after: 1)?.isASCIIDigit == true {
      advance()
      skip { $0.isNamePart }
    }
  }

  // MARK: - Strings

  private var isRawString: Bool { source[position...].drop { $0 == "#" }.first == "\"" }

  /// Interpolations belong to the string around them, strings inside those included.
  private mutating func skipString(depth: Int) {
    let start = position
    skip { $0 == "#" }
    let hashes = String(source[start..<position])
    let isMultiline = has("\"\"\"")
    let quote = isMultiline ? "\"\"\"" : "\""
    advance(by: quote.count)
    let end = quote + hashes
    let escape = "\\" + hashes
    while let character = peek() {
      if has(end) {
        advance(by: end.count)
        return
      }
      if !isMultiline, character.isNewline { return }
      if has(escape) {
        advance(by: escape.count)
        if peek() == "(", depth < 8 {
          skipInterpolation(depth: depth)
        } else if peek() != nil, isMultiline || peek()?.isNewline == false {
          advance()
        }
      } else {
        advance()
      }
    }
  }

  private mutating func skipInterpolation(depth: Int) {
    var parentheses = 0
    while let character = peek() {
      switch character {
      case "(": parentheses += 1
      case ")": parentheses -= 1
      case "\"":
        skipString(depth: depth + 1)
        continue
      case _ where character.isNewline: return
      default: break
      }
      advance()
      if parentheses == 0 { return }
    }
  }

  // MARK: - Characters

  private func peek() -> Character? {
    position < source.endIndex ? source[position] : nil
  }

  private func peek(after count: Int) -> Character? {
    source[position...].dropFirst(count).first
  }

  private func has(_ prefix: String) -> Bool { source[position...].hasPrefix(prefix) }

  private mutating func advance(by count: Int = 1) {
    position =
      source.index(position, offsetBy: count, limitedBy: source.endIndex) ?? source.endIndex
  }

  private mutating func skip(_ holds: (Character) -> Bool) {
    while let character = peek(), holds(character) { advance() }
  }

  private static let keywords: Set<String> = [
    "actor", "any", "as", "associatedtype", "async", "await", "borrowing", "break", "case", "catch",
    "class", "consuming", "continue", "default", "defer", "deinit", "do", "else", "enum",
    "extension", "fallthrough", "false", "fileprivate", "final", "for", "func", "guard", "if",
    "import", "in", "indirect", "init", "inout", "internal", "is", "isolated", "lazy", "let",
    "mutating", "nil", "nonisolated", "nonmutating", "operator", "override", "precedencegroup",
    "private", "protocol", "public", "repeat", "rethrows", "return", "self", "Self", "set", "some",
    "static", "struct", "subscript", "super", "switch", "throw", "throws", "true", "try",
    "typealias", "unowned", "var", "weak", "where", "while",
  ]
}

extension Character {
  fileprivate var isNamePart: Bool { self == "_" || isLetter || isNumber }
}
