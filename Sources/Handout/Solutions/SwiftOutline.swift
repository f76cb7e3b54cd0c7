import Report

/// A Swift file cut at its top level.
///
/// It knows strings and comments, counts brackets, and understands nothing else: enough for files that the
/// compiler has accepted.
struct SwiftOutline {
  /// The top-level functions and types, in the file's order.
  private(set) var declarations: [Declaration] = []

  private let lines: [Substring]
  /// `lines` with strings and comments as blanks.
  private let codeLines: [Substring]
  private let file: String

  /// - Parameter file: as messages name it.
  init(_ source: String, file: String) {
    self.file = file
    lines = source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    codeLines = Self.code(of: source)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)[...].map(\.self)
    var index = 0
    while index < lines.count {
      guard let start = codeLines[index].firstIndex(where: { !$0.isWhitespace }) else {
        index += 1
        continue
      }
      let end = endOfItem(from: index)
      if let declaration = declaration(index...end, startsWith: codeLines[index][start...]) {
        declarations.append(declaration)
      }
      index = end + 1
    }
  }

  /// The source with a blank in place of every character of a string or comment.
  private static func code(of source: String) -> String {
    SwiftLexer.tokens(of: source).map { token in
      switch token.kind {
      case .string, .comment: String(token.text.map { $0.isNewline ? $0 : " " })
      default: String(token.text)
      }
    }.joined()
  }

  // MARK: - Items

  /// The last line of the item that begins at `first`: where all brackets are closed and, for what has a
  /// body, the body has been.
  private func endOfItem(from first: Int) -> Int {
    let needsBody = Self.kind(of: codeLines[first]) != nil
    var depth = 0
    var hadBody = false
    for index in first..<codeLines.count {
      for character in codeLines[index] {
        switch character {
        case "(", "[": depth += 1
        case "{":
          depth += 1
          hadBody = true
        case ")", "]", "}": depth -= 1
        default: break
        }
      }
      if depth <= 0, hadBody || !needsBody { return index }
    }
    return codeLines.count - 1
  }

  private func declaration(
    _ range: ClosedRange<Int>, startsWith head: Substring
  ) -> Declaration? {
    guard let kind = Self.kind(of: head) else { return nil }
    var first = range.lowerBound
    // Attributes and doc comments stand on the lines above, without a gap.
    while first > 0, lines[first - 1].hasPrefix("///") || lines[first - 1].hasPrefix("@") {
      first -= 1
    }
    let code = codeLines[range].joined(separator: "\n")
    guard let signature = Signature(kind: kind, code: code) else { return nil }
    return Declaration(
      signature: signature, text: lines[first...range.upperBound].joined(separator: "\n"),
      code: codeLines[first...range.upperBound].joined(separator: "\n"), file: file,
      line: range.lowerBound + 1)
  }

  /// The word that says what is declared, behind modifiers and attributes.
  private static func kind(of line: Substring) -> Signature.Kind? {
    for word in line.split(whereSeparator: { !$0.isLetter && $0 != "@" }) {
      switch word {
      case "func": return .function
      case "class", "struct", "enum", "actor", "protocol": return .type
      case "extension": return .extension
      case "public", "package", "internal", "private", "fileprivate", "final", "open",
        "nonisolated", "indirect", "inline", "inlinable", "discardableResult":
        continue
      default:
        if word.hasPrefix("@") { continue }
        return nil
      }
    }
    return nil
  }
}
