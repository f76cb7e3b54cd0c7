/// Reads a formula into a tree: a deliberate subset of TeX, without macros or modes.
struct TeXParser {
  var scanner: TeXScanner
  private var depth = 0
  /// How letters are set: by a surrounding `\mathrm` or `\mathbf`.
  var face = Face.plain

  enum Face: Equatable {
    case plain, upright
    case alphabet(MathAlphabet)
  }

  /// Deeper than any formula that can be read, and shallow enough for a thread's stack.
  static let nestingLimit = 50
  /// Longer than any formula that fits a page.
  static let lengthLimit = 20_000

  /// - Throws: ``MathError`` with the first thing that is wrong.
  static func parse(_ tex: String) throws(MathError) -> [MathNode] {
    guard tex.utf8.count <= lengthLimit else { throw .tooLong(limit: lengthLimit) }
    var parser = TeXParser(scanner: TeXScanner(tex))
    let nodes = try parser.row()
    let (token, at) = parser.scanner.next()
    guard token == .end else { throw .unexpected(token.spelling, at: at) }
    return nodes
  }

  private init(scanner: TeXScanner) { self.scanner = scanner }

  // MARK: - Rows

  /// Everything up to a token that a surrounding construct must take.
  mutating func row() throws(MathError) -> [MathNode] {
    var nodes: [MathNode] = []
    while !scanner.peek().token.endsRow {
      if let display = scanner.peek().token.isDisplayStyle {
        let at = scanner.next().at
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.nestingLimit else {
          throw .nestedTooDeeply(at: at, limit: Self.nestingLimit)
        }
        return nodes + [.style(.row(try row()), display: display)]
      }
      nodes.append(try scripted())
    }
    return nodes
  }

  /// `{…}` or one symbol, as the argument of a command or a script.
  mutating func argument(of command: String) throws(MathError) -> MathNode {
    let end = scanner.position
    let token = scanner.peek().token
    if case .character(let character) = token, character.isASCIIDigit {
      // x^12 is x¹2 in TeX: without braces an argument is one digit, not a number.
      _ = scanner.next()
      return number(String(character))
    }
    guard !token.endsRow, token != .raise, token != .lower else {
      throw .missingArgument(of: command, at: end)
    }
    return try atom()
  }

  // MARK: - Scripts

  /// A symbol with what stands above and below it.
  private mutating func scripted() throws(MathError) -> MathNode {
    let first = scanner.peek().token
    let hasBase = first != .raise && first != .lower && first != .character("'")
    let base = hasBase ? try atom() : .row([])
    var isLimits = base.takesLimits
    var sub: MathNode?
    var sup: MathNode?
    var primes = 0
    while true {
      let (token, at) = scanner.peek()
      switch token {
      case .command("limits"), .command("nolimits"):
        isLimits = token == .command("limits")
        _ = scanner.next()
      case .character("'"):
        guard sup == nil else { throw .doubleScript("'", at: at) }
        primes += 1
        _ = scanner.next()
      case .raise:
        guard sup == nil else { throw .doubleScript("^", at: at) }
        _ = scanner.next()
        sup = try argument(of: "^")
      case .lower:
        guard sub == nil else { throw .doubleScript("_", at: at) }
        _ = scanner.next()
        sub = try argument(of: "_")
      default:
        guard primes > 0 else {
          guard sub != nil || sup != nil else { return base }
          return .scripts(base, sub: sub, sup: sup, isLimits: isLimits)
        }
        // The sign is drawn high and small already; raised once more it would float away.
        let primed = MathNode.row([base, .symbol(MathSymbol(Self.primes(primes), .ordinary))])
        guard sub != nil || sup != nil else { return primed }
        return .scripts(primed, sub: sub, sup: sup, isLimits: false)
      }
    }
  }

  private static func primes(_ count: Int) -> String {
    switch count {
    case 1: "′"
    case 2: "″"
    case 3: "‴"
    default: String(repeating: "′", count: count)
    }
  }

  // MARK: - Atoms

  private mutating func atom() throws(MathError) -> MathNode {
    let (token, at) = scanner.next()
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.nestingLimit else {
      throw .nestedTooDeeply(at: at, limit: Self.nestingLimit)
    }
    switch token {
    case .open: return .row(try group(openedAt: at))
    case .character(let character): return try self.character(character, at: at)
    case .command(let name): return try command(name, at: at)
    case .close, .raise, .lower, .ampersand, .end:
      throw .unexpected(token.spelling, at: at)
    }
  }

  private mutating func group(openedAt at: Int) throws(MathError) -> [MathNode] {
    let nodes = try row()
    let (end, endAt) = scanner.next()
    if end == .end { throw .unclosed("{", at: at) }
    guard end == .close else { throw .unexpected(end.spelling, at: endAt) }
    return nodes
  }

  private mutating func character(_ character: Character, at: Int) throws(MathError) -> MathNode {
    if character.isASCIIDigit { return number(digits(after: character)) }
    if let symbol = characterSymbols[character] { return .symbol(symbol) }
    if character == "~" { return .space(0.25) }
    if character.isLetter { return letters(after: character) }
    if character.isMathSymbol || character.isCurrencySymbol {
      return .symbol(MathSymbol(String(character), .ordinary))
    }
    throw .unknownCharacter(character, at: at)
  }

  private mutating func digits(after first: Character) -> String {
    var text = String(first)
    while true {
      var ahead = scanner
      guard case .character(let next) = ahead.next().token else { return text }
      if next.isASCIIDigit {
        text.append(next)
      } else if next == ".", case .character(let digit) = ahead.peek().token, digit.isASCIIDigit,
        !text.contains(".")
      {
        text.append(next)
      } else {
        return text
      }
      scanner = ahead
    }
  }

  private func number(_ digits: String) -> MathNode {
    guard case .alphabet(let alphabet) = face else { return .number(digits) }
    return .number(digits.map(alphabet.letter).joined())
  }

  /// One letter is a variable; inside `\mathrm` and the like, letters side by side are a word.
  private mutating func letters(after first: Character) -> MathNode {
    guard face != .plain else { return .identifier(String(first), isUpright: false) }
    var word = String(first)
    while case .character(let next) = scanner.peek().token, next.isLetter {
      word.append(next)
      _ = scanner.next()
    }
    if case .alphabet(let alphabet) = face {
      return .identifier(word.map(alphabet.letter).joined(), isUpright: true)
    }
    return .identifier(word, isUpright: true)
  }
}

extension TeXToken {
  /// Belongs to a construct around the row, not to the row.
  fileprivate var endsRow: Bool {
    switch self {
    case .end, .close, .ampersand: true
    case .command(let name): ["\\", "right", "middle", "end"].contains(name)
    default: false
    }
  }

  fileprivate var isDisplayStyle: Bool? {
    switch self {
    case .command("displaystyle"): true
    case .command("textstyle"): false
    default: nil
    }
  }
}

extension MathNode {
  /// Scripts of these stand above and below in a display.
  fileprivate var takesLimits: Bool {
    switch self {
    case .symbol(let symbol): symbol.role == .bigOperator
    case .function(let name): limitFunctions.contains(name)
    case .over(_, let mark, _), .under(_, let mark, _):
      mark == .symbol(MathSymbol("⏟", .bar)) || mark == .symbol(MathSymbol("⏞", .bar))
    default: false
    }
  }
}
