/// MathML as a tree of what a reader sees and hears: elements and signs, without measures of style.
///
/// Two converters that mean the same differ in ways that no reader meets. What is left out here, and why:
///
/// - `mspace`, a text of spaces, and attributes: both write TeX's spaces and sizes, KaTeX as elements, we as
///   spaces of the operators. `mathvariant` alone says which letter stands there, and is read as Unicode's
///   letter of that alphabet: `<mi mathvariant="double-struck">R</mi>` is ℝ.
/// - `mrow`, `mstyle`, `mpadded`, `semantics`: a row in a row is a row, one element in a row is that
///   element, and an empty row (KaTeX's `{}` before a relation in `aligned`) is nothing. Texts side by side
///   are one text.
/// - U+2061, "function application", and an empty `mo` (the missing half of `cases`): nobody sees them.
/// - A prime: KaTeX raises the sign, which fonts draw high already; we set it behind its letter.
/// - A number's power: TeX raises above the last digit, `1 0^2`; we above the number, `10^2`. It is drawn
///   alike, and a screen reader reads ours.
/// - A limit in the text, not in a display, stands beside its operator: KaTeX writes `msub`, we `munder`,
///   which a browser draws so, because limits of such operators move.
/// - A slash, bars, and the name of a function that takes limits: `mi` and `mo` are drawn alike.
/// - Twins: ∥ for ‖, ∣ for |, and among accents ^ for ˆ, ~ for ˜, ‾ and ¯ for ˉ.
enum MathTree: Equatable {
  case sign(String, String)
  case element(String, [MathTree])

  /// - Returns: `nil` for what is no MathML.
  init?(_ markup: String, isDisplay: Bool) {
    var reader = MathReader(markup, isDisplay: isDisplay)
    guard let root = reader.math() else { return nil }
    self = root
  }
}

extension MathTree: CustomStringConvertible {
  /// `msub(mi:h mi:t)`.
  var description: String {
    switch self {
    case .sign(let name, let text): "\(name):\(text)"
    case .element(let name, let children):
      "\(name)(\(children.map(\.description).joined(separator: " ")))"
    }
  }
}

/// Reads the `math` of a piece of HTML that one of the two converters wrote.
private struct MathReader {
  private var rest: Substring
  private let isDisplay: Bool

  init(_ markup: String, isDisplay: Bool) {
    rest = markup[...]
    self.isDisplay = isDisplay
  }

  private static let rows: Set<String> = ["math", "mrow", "mstyle", "mpadded", "semantics"]

  mutating func math() -> MathTree? {
    guard let start = rest.firstRange(of: "<math") else { return nil }
    rest = rest[start.lowerBound...]
    return element().map { row($0) }
  }

  /// The elements that the next tag amounts to; `nil` where none begins.
  private mutating func element() -> [MathTree]? {
    guard rest.first == "<", !rest.hasPrefix("</"), let close = rest.firstIndex(of: ">") else {
      return nil
    }
    let inside = rest[rest.index(after: rest.startIndex)..<close]
    rest = rest[rest.index(after: close)...]
    let name = String(inside.prefix { $0.isLetter })
    if inside.hasSuffix("/") { return [] }
    var children: [[MathTree]] = []
    var text = ""
    while !rest.isEmpty, !rest.hasPrefix("</") {
      if let child = element() {
        children.append(child)
      } else {
        text.append(rest.removeFirst())
      }
    }
    rest = rest.firstIndex(of: ">").map { rest[rest.index(after: $0)...] } ?? ""
    return made(name, String(inside), children, text)
  }

  private func made(
    _ name: String, _ attributes: String, _ children: [[MathTree]], _ text: String
  ) -> [MathTree] {
    let all = children.flatMap(\.self)
    switch name {
    case "mspace", "annotation": return []
    case _ where Self.rows.contains(name): return joined(all)
    case "mi", "mn", "mo", "mtext": return sign(name, Self.letters(text, attributes))
    case "mtable", "mtr": return [.element(name, all)]
    case "mtd", "msqrt": return [.element(name, [row(all)])]
    default: return script(name, children.map(row))
    }
  }

  private func sign(_ name: String, _ text: String) -> [MathTree] {
    if text.isEmpty || (name == "mtext" && text.allSatisfy(\.isWhitespace)) { return [] }
    let text = Self.twins[text] ?? text
    if ["/", "|", "‖"].contains(text) { return [.sign("mo", text)] }
    let isName = text.count > 1 && text.allSatisfy(\.isLetter)
    return [.sign(name == "mo" && isName ? "mi" : name, text)]
  }

  private static let twins = ["∥": "‖", "∣": "|"]

  private func row(_ nodes: [MathTree]) -> MathTree {
    let nodes = joined(nodes)
    return nodes.count == 1 ? nodes[0] : .element("mrow", nodes)
  }

  /// Texts, and the digits of a number, as one.
  private func joined(_ nodes: [MathTree]) -> [MathTree] {
    nodes.reduce(into: []) { result, node in
      switch (result.last, node) {
      case (.sign("mtext", let before)?, .sign("mtext", let text)):
        result[result.count - 1] = .sign("mtext", before + text)
      case (.sign("mn", let before)?, .element(let name, let parts)) where name.hasPrefix("ms"):
        guard case .sign("mn", let digits)? = parts.first else { fallthrough }
        let number = MathTree.sign("mn", before + digits)
        result[result.count - 1] = .element(name, [number] + parts.dropFirst())
      default: result.append(node)
      }
    }
  }

  private func script(_ name: String, _ parts: [MathTree]) -> [MathTree] {
    guard name == "msup" || name == "msubsup", let base = parts.first, let above = parts.last else {
      let beside = ["munder": "msub", "munderover": "msubsup", "mover": "msup"]
      let isLimit = !isDisplay && parts.first.map(Self.takesLimits) ?? false
      return [.element((isLimit ? beside[name] : nil) ?? name, parts.map(Self.accent))]
    }
    var raised: [MathTree] = if case .element("mrow", let nodes) = above { nodes } else { [above] }
    guard case .sign("mo", let sign)? = raised.first, sign.allSatisfy({ "′″‴".contains($0) }) else {
      return [.element(name, parts)]
    }
    raised.removeFirst()
    let primed = [base, .sign("mo", sign)]
    switch (parts.count == 3, raised.isEmpty) {
    case (false, true): return primed
    case (true, true): return [.element("msub", [row(primed), parts[1]])]
    case (false, false): return [.element("msup", [row(primed), row(raised)])]
    case (true, false): return [.element("msubsup", [row(primed), parts[1], row(raised)])]
    }
  }

  /// Operators whose limits move.
  private static func takesLimits(_ node: MathTree) -> Bool {
    guard case .sign(_, let sign) = node else { return false }
    return ["∑", "∏", "⋃", "⋂", "max", "min", "lim", "sup", "inf"].contains(sign)
  }

  private static let accents = ["^": "ˆ", "~": "˜", "‾": "ˉ", "¯": "ˉ"]

  private static func accent(_ node: MathTree) -> MathTree {
    guard case .sign("mo", let sign) = node, let other = accents[sign] else { return node }
    return .sign("mo", other)
  }

  // MARK: - Letters

  private static func letters(_ text: String, _ attributes: String) -> String {
    var sign = ""
    for character
      in text
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    where character != "\u{2061}" {
      sign.append(character == "\u{A0}" ? " " : character)
    }
    guard !sign.isEmpty,
      let variant = attributes.firstMatch(of: /mathvariant="([a-z-]+)"/)?.output.1
    else {
      return sign
    }
    // An upright letter is not the variable of that name.
    if variant == "normal" {
      return sign.count == 1 && sign.first?.isLetter == true ? "↑" + sign : sign
    }
    return String(sign.map { styled($0, String(variant)) })
  }

  /// Where Unicode's alphabets begin, for those that lessons use.
  private static let alphabets: [String: UInt32] = [
    "bold": 0x1D400, "double-struck": 0x1D538, "script": 0x1D49C, "bold-italic": 0x1D468,
    "sans-serif": 0x1D5A0, "monospace": 0x1D670, "fraktur": 0x1D504,
  ]

  private static func styled(_ letter: Character, _ variant: String) -> Character {
    let old: [Character: Character] = ["R": "ℝ", "N": "ℕ", "Z": "ℤ", "C": "ℂ", "P": "ℙ", "Q": "ℚ"]
    if variant == "double-struck", let sign = old[letter] { return sign }
    guard let start = alphabets[variant], let value = letter.asciiValue else { return letter }
    let offset: UInt32? =
      switch value {
      case 0x41...0x5A: UInt32(value) - 0x41
      case 0x61...0x7A: UInt32(value) - 0x61 + 26
      // The bold digits stand behind all letters.
      case 0x30...0x39 where variant == "bold": 0x1D7CE - start + UInt32(value) - 0x30
      default: nil
      }
    return offset.flatMap { Unicode.Scalar(start + $0) }.map(Character.init) ?? letter
  }
}
