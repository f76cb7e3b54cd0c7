import Lessons

// What stands behind a backslash.

extension TeXParser {
  mutating func command(_ name: String, at: Int) throws(MathError) -> MathNode {
    let spelling = "\\" + name
    if let letter = letterCommands[name] {
      if case .alphabet(let alphabet) = face {
        return .identifier(letter.map(alphabet.letter).joined(), isUpright: true)
      }
      return .identifier(letter, isUpright: face == .upright)
    }
    if let letter = uprightCommands[name] { return .identifier(letter, isUpright: true) }
    if let symbol = symbolCommands[name] { return .symbol(symbol) }
    if let width = spaceCommands[name] { return .space(width) }
    if functionCommands.contains(name) { return .function(Self.spoken(name)) }
    if let alphabet = MathAlphabet.commands[name] {
      return try inFace(.alphabet(alphabet), spelling)
    }
    if let accent = accentCommands[name] {
      let mark = MathNode.symbol(MathSymbol(accent.mark, accent.stretches ? .bar : .ordinary))
      return .over(try argument(of: spelling), mark: mark, isAccent: true)
    }
    if let size = sizeCommands[name] {
      return .sized(try delimiter(of: spelling), size.height, size.role)
    }
    switch name {
    case "mathrm", "rm": return try inFace(.upright, spelling)
    case "frac", "dfrac", "tfrac", "binom": return try fraction(name)
    case "sqrt": return try root()
    case "text", "textrm", "textit", "textbf", "mbox": return .text(try words(of: spelling, at: at))
    case "operatorname": return try operatorName(at: at)
    case "left": return try fenced(at: at)
    case "begin": return try environment(at: at)
    case "underbrace", "overbrace": return try brace(name)
    case "underline", "overline":
      return .lined(try argument(of: spelling), isAbove: name == "overline")
    case "underset":
      let mark = try argument(of: spelling)
      return .under(try argument(of: spelling), mark: mark, isAccent: false)
    case "overset", "stackrel":
      let mark = try argument(of: spelling)
      return .over(try argument(of: spelling), mark: mark, isAccent: false)
    case "right", "end", "\\", "limits", "nolimits", "displaystyle", "textstyle":
      throw .unexpected(spelling, at: at)
    default:
      let nearest = nearestName(to: name, in: Self.commandNames).map { "\\" + $0 }
      throw .unknownCommand(spelling, at: at, nearest: nearest)
    }
  }

  private static func spoken(_ name: String) -> String {
    switch name {
    case "argmin": "arg min"
    case "argmax": "arg max"
    default: name
    }
  }

  private mutating func inFace(_ newFace: Face, _ spelling: String) throws(MathError) -> MathNode {
    let before = face
    face = newFace
    defer { face = before }
    return try argument(of: spelling)
  }

  private mutating func fraction(_ name: String) throws(MathError) -> MathNode {
    let above = try argument(of: "\\" + name)
    let below = try argument(of: "\\" + name)
    switch name {
    case "dfrac": return .fraction(above, below, hasLine: true, display: true)
    case "tfrac": return .fraction(above, below, hasLine: true, display: false)
    case "binom":
      return .fenced("(", [.fraction(above, below, hasLine: false, display: nil)], ")")
    default: return .fraction(above, below, hasLine: true, display: nil)
    }
  }

  private mutating func root() throws(MathError) -> MathNode {
    guard let degree = scanner.rawOption() else {
      return .root(try argument(of: "\\sqrt"), degree: nil)
    }
    let nodes = try Self.parse(degree)
    return .root(try argument(of: "\\sqrt"), degree: .row(nodes))
  }

  private mutating func words(of spelling: String, at: Int) throws(MathError) -> String {
    guard let raw = scanner.rawGroup() else { throw .missingArgument(of: spelling, at: at) }
    var text = ""
    var isEscaped = false
    for character in raw {
      if isEscaped {
        guard !character.isLetter else {
          throw .unexpected("\\\(character) in \(spelling)", at: at)
        }
        text.append(character == "," ? " " : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "$" {
        throw .unexpected("$ in \(spelling)", at: at)
      } else if character != "{", character != "}" {
        text.append(character)
      }
    }
    return text
  }

  private mutating func operatorName(at: Int) throws(MathError) -> MathNode {
    if scanner.peek().token == .character("*") { _ = scanner.next() }
    return .function(try words(of: "\\operatorname", at: at))
  }

  private mutating func brace(_ name: String) throws(MathError) -> MathNode {
    let body = try argument(of: "\\" + name)
    let isUnder = name == "underbrace"
    let mark = MathNode.symbol(MathSymbol(isUnder ? "⏟" : "⏞", .bar))
    return isUnder
      ? .under(body, mark: mark, isAccent: true) : .over(body, mark: mark, isAccent: true)
  }

  /// Every command there is, for "did you mean".
  private static let commandNames: [String] =
    (Array(letterCommands.keys) + uprightCommands.keys + symbolCommands.keys + spaceCommands.keys
    + functionCommands + MathAlphabet.commands.keys + accentCommands.keys + sizeCommands.keys
    + [
      "mathrm", "frac", "dfrac", "tfrac", "binom", "sqrt", "text", "operatorname", "left", "right",
      "begin", "end", "underbrace", "overbrace", "underline", "overline", "underset", "overset",
    ]).filter { $0.allSatisfy(\.isASCIILetter) }.sorted()
}
