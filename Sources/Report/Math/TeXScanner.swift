/// One token of TeX.
enum TeXToken: Equatable {
  /// `\frac`, `\,`, `\\`: without the backslash.
  case command(String)
  case character(Character)
  case open, close
  case raise, lower
  case ampersand
  case end

  /// As the author wrote it.
  var spelling: String {
    switch self {
    case .command(let name): "\\" + name
    case .character(let character): String(character)
    case .open: "{"
    case .close: "}"
    case .raise: "^"
    case .lower: "_"
    case .ampersand: "&"
    case .end: "the formula's end"
    }
  }
}

/// Reads tokens off a formula, one at a time; white space and `%` comments between them are skipped.
struct TeXScanner {
  let characters: [Character]
  private(set) var position = 0

  init(_ tex: String) { characters = Array(tex) }

  /// The next token, and where it begins.
  mutating func next() -> (token: TeXToken, at: Int) {
    skipSpace()
    let start = position
    guard position < characters.count else { return (.end, start) }
    let character = characters[position]
    position += 1
    switch character {
    case "{": return (.open, start)
    case "}": return (.close, start)
    case "^": return (.raise, start)
    case "_": return (.lower, start)
    case "&": return (.ampersand, start)
    case "\\": return (.command(commandName()), start)
    default: return (.character(character), start)
    }
  }

  func peek() -> (token: TeXToken, at: Int) {
    var copy = self
    return copy.next()
  }

  /// The text of `{…}`, spaces and all, as `\text` and `\begin` take it.
  ///
  /// - Returns: `nil` when there is no `{`, or no `}` to it.
  mutating func rawGroup() -> String? {
    skipSpace()
    guard position < characters.count, characters[position] == "{" else { return nil }
    var depth = 0
    var text = ""
    for index in position..<characters.count {
      switch characters[index] {
      case "{": depth += 1
      case "}": depth -= 1
      default: break
      }
      if depth == 0 {
        position = index + 1
        return String(text.dropFirst())
      }
      text.append(characters[index])
    }
    return nil
  }

  /// The text of `[…]`, if one comes next: the degree of a root.
  mutating func rawOption() -> String? {
    skipSpace()
    guard position < characters.count, characters[position] == "[",
      let end = characters[position...].firstIndex(of: "]")
    else { return nil }
    defer { position = end + 1 }
    return String(characters[(position + 1)..<end])
  }

  private mutating func commandName() -> String {
    guard position < characters.count else { return "" }
    let start = position
    while position < characters.count, characters[position].isASCIILetter { position += 1 }
    if position == start { position += 1 }
    return String(characters[start..<position])
  }

  private mutating func skipSpace() {
    while position < characters.count {
      if characters[position] == "%" {
        while position < characters.count, !characters[position].isNewline { position += 1 }
      } else if characters[position].isWhitespace {
        position += 1
      } else {
        return
      }
    }
  }
}

extension Character {
  var isASCIILetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
