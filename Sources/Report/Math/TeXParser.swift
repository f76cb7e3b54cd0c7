import Lessons

/// Reads a formula into a tree: a deliberate subset of TeX, without macros or modes.
struct TeXParser {
  private var scanner: TeXScanner
  private var depth = 0
  /// How letters are set: by a surrounding `\mathrm` or `\mathbf`.
  private var face = Face.plain

  private enum Face: Equatable {
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
  private mutating func row() throws(MathError) -> [MathNode] {
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
  private mutating func argument(of command: String) throws(MathError) -> MathNode {
    let (token, at) = scanner.peek()
    if case .character(let character) = token, character.isASCIIDigit {
      // x^12 is x¹2 in TeX: without braces an argument is one digit, not a number.
      _ = scanner.next()
      return number(String(character))
    }
    guard !token.endsRow, token != .raise, token != .lower else {
      throw .missingArgument(of: command, at: at)
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
        if primes > 0 {
          let marks = MathNode.symbol(MathSymbol(Self.primes(primes), .ordinary))
          sup = sup.map { .row([marks, $0]) } ?? marks
        }
        guard sub != nil || sup != nil else { return base }
        return .scripts(base, sub: sub, sup: sup, isLimits: isLimits)
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

  // MARK: - Commands

  private mutating func command(_ name: String, at: Int) throws(MathError) -> MathNode {
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
    if let alphabet = MathAlphabet.commands[name] { return try inFace(.alphabet(alphabet), spelling) }
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
    case "underline":
      let mark = MathNode.symbol(MathSymbol("_", .bar))
      return .under(try argument(of: spelling), mark: mark, isAccent: true)
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
        guard !character.isLetter else { throw .unexpected("\\\(character) in \(spelling)", at: at) }
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

  // MARK: - Delimiters and environments

  private mutating func fenced(at: Int) throws(MathError) -> MathNode {
    let left = try delimiter(of: "\\left")
    var nodes = try row()
    while scanner.peek().token == .command("middle") {
      _ = scanner.next()
      nodes.append(.sized(try delimiter(of: "\\middle"), 0, .relation))
      nodes += try row()
    }
    let (end, endAt) = scanner.next()
    if end == .end { throw .unclosed("\\left", at: at) }
    guard end == .command("right") else { throw .unexpected(end.spelling, at: endAt) }
    return .fenced(left, nodes, try delimiter(of: "\\right"))
  }

  /// - Returns: the delimiter's sign; empty for `.`.
  private mutating func delimiter(of command: String) throws(MathError) -> String {
    let (token, at) = scanner.next()
    switch token {
    case .character("."): return ""
    case .character("<"): return "⟨"
    case .character(">"): return "⟩"
    case .character(let character) where "()[]|/".contains(character): return String(character)
    case .command(let name):
      switch symbolCommands[name]?.role {
      case .opening, .closing, .bar: return symbolCommands[name]?.text ?? ""
      default: break
      }
    default: break
    }
    throw .missingArgument(of: command, at: at)
  }

  private mutating func environment(at: Int) throws(MathError) -> MathNode {
    guard let name = scanner.rawGroup() else { throw .missingArgument(of: "\\begin", at: at) }
    guard let environment = environments[name] else {
      let nearest = nearestName(to: name, in: environments.keys.sorted())
      throw .unknownEnvironment(String(name.prefix(40)), at: at, nearest: nearest)
    }
    if name == "array" { _ = scanner.rawGroup() }
    let rows = try rows(of: name, at: at)
    guard !environment.left.isEmpty || !environment.right.isEmpty else {
      return .table(rows, environment.style)
    }
    return .fenced(environment.left, [.table(rows, environment.style)], environment.right)
  }

  private mutating func rows(of name: String, at: Int) throws(MathError) -> [[MathNode]] {
    var rows: [[MathNode]] = [[]]
    while true {
      rows[rows.count - 1].append(.row(try row()))
      let (token, tokenAt) = scanner.next()
      switch token {
      case .ampersand: break
      case .command("\\"):
        _ = scanner.rawOption()
        rows.append([])
      case .command("end"):
        guard scanner.rawGroup() == name else {
          throw .unexpected("\\end of something other than \(name)", at: tokenAt)
        }
        // A \\ behind the last row opens none.
        if rows.count > 1, rows[rows.count - 1] == [.row([])] { rows.removeLast() }
        return rows
      case .end: throw .unclosed("\\begin{\(name)}", at: at)
      default: throw .unexpected(token.spelling, at: tokenAt)
      }
    }
  }

  /// Every command there is, for "did you mean".
  private static let commandNames: [String] =
    (Array(letterCommands.keys) + uprightCommands.keys + symbolCommands.keys + spaceCommands.keys
    + functionCommands + MathAlphabet.commands.keys + accentCommands.keys + sizeCommands.keys
    + [
      "mathrm", "frac", "dfrac", "tfrac", "binom", "sqrt", "text", "operatorname", "left", "right",
      "begin", "end", "underbrace", "overbrace", "underline", "underset", "overset",
    ]).filter { $0.allSatisfy(\.isASCIILetter) }.sorted()
}

private let characterSymbols: [Character: MathSymbol] = [
  "+": MathSymbol("+", .binary), "-": MathSymbol("−", .binary), "*": MathSymbol("∗", .binary),
  "=": MathSymbol("=", .relation), "<": MathSymbol("<", .relation),
  ">": MathSymbol(">", .relation), ":": MathSymbol(":", .relation),
  "(": MathSymbol("(", .opening), "[": MathSymbol("[", .opening),
  ")": MathSymbol(")", .closing), "]": MathSymbol("]", .closing),
  ",": MathSymbol(",", .punctuation), ";": MathSymbol(";", .punctuation),
  "|": MathSymbol("|", .bar), "/": MathSymbol("/", .ordinary), "!": MathSymbol("!", .closing),
  "?": MathSymbol("?", .ordinary), ".": MathSymbol(".", .ordinary),
  "…": MathSymbol("…", .ordinary), "⋅": MathSymbol("⋅", .binary), "·": MathSymbol("⋅", .binary),
  "×": MathSymbol("×", .binary), "⊙": MathSymbol("⊙", .binary), "±": MathSymbol("±", .binary),
  "−": MathSymbol("−", .binary), "≤": MathSymbol("≤", .relation), "≥": MathSymbol("≥", .relation),
  "≈": MathSymbol("≈", .relation), "≠": MathSymbol("≠", .relation),
  "→": MathSymbol("→", .relation), "∈": MathSymbol("∈", .relation), "@": MathSymbol("@", .ordinary),
  "∑": MathSymbol("∑", .bigOperator), "\"": MathSymbol("\"", .ordinary),
]

private struct Environment {
  var style: MathNode.TableStyle
  var left = ""
  var right = ""
}

private let environments: [String: Environment] = [
  "aligned": Environment(style: .aligned), "align": Environment(style: .aligned),
  "align*": Environment(style: .aligned), "split": Environment(style: .aligned),
  "cases": Environment(style: .cases, left: "{"),
  "matrix": Environment(style: .matrix), "array": Environment(style: .matrix),
  "gathered": Environment(style: .matrix), "smallmatrix": Environment(style: .matrix),
  "pmatrix": Environment(style: .matrix, left: "(", right: ")"),
  "bmatrix": Environment(style: .matrix, left: "[", right: "]"),
  "Bmatrix": Environment(style: .matrix, left: "{", right: "}"),
  "vmatrix": Environment(style: .matrix, left: "|", right: "|"),
  "Vmatrix": Environment(style: .matrix, left: "‖", right: "‖"),
]

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
