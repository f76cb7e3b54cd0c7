/// MathML as a tree of what a reader sees and hears: elements and signs, without measures of style.
///
/// Two converters that mean the same differ in ways that no reader meets. What is left out here, and why:
///
/// - `mspace`, and attributes: both write TeX's spaces and sizes, KaTeX as spaces between elements, we as
///   spaces of the operators. `mathvariant` alone says which letter stands there, and is read as Unicode's
///   letter of that alphabet, `<mi mathvariant="double-struck">R</mi>` as ℝ.
/// - `mrow`, `mstyle`, `mpadded` and `mphantom`-less wrapping: a row in a row is a row; one element in a row
///   is that element; empty rows (KaTeX's `{}` before a relation in `aligned`) are nothing.
/// - U+2061, "function application", and empty `mo` (the missing half of `cases`): nobody sees them.
/// - A prime: KaTeX raises the sign (`msup`), which fonts draw high already; we set it behind its letter.
/// - `accent`'s own signs: ^ and ˆ, ~ and ˜, ‾ and ¯ are drawn alike above a letter.
/// - A limit, in the text, of an operator whose limits move: `munder` with `movablelimits` is drawn as `msub`.
/// - Parts of a text: `mtext` beside `mtext` is one.
enum MathTree: Equatable {
  case sign(String, String)
  case element(String, [MathTree])

  /// - Returns: `nil` for what is no MathML.
  init?(_ markup: String) {
    var reader = MathReader(markup)
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

  init(_ markup: String) { rest = markup[...] }

  private static let rows: Set<String> = ["math", "mrow", "mstyle", "mpadded", "semantics"]

  mutating func math() -> MathTree? {
    guard let start = rest.firstRange(of: "<math") else { return nil }
    rest = rest[start.lowerBound...]
    return element().map { Self.row($0) }
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
    return Self.made(name, String(inside), children, text)
  }

  private static func made(
    _ name: String, _ attributes: String, _ children: [[MathTree]], _ text: String
  ) -> [MathTree] {
    switch name {
    case "mspace", "annotation": return []
    case _ where rows.contains(name): return joined(children.flatMap(\.self))
    case "mi", "mn", "mo", "mtext", "ms":
      let sign = letters(text, attributes)
      return sign.isEmpty ? [] : [.sign(name, sign)]
    case "mtable", "mtr": return [.element(name, children.flatMap(\.self))]
    case "mtd", "msqrt": return [.element(name, [row(children.flatMap(\.self))])]
    default: return [script(name, attributes, children.map(row))]
    }
  }

  private static func row(_ nodes: [MathTree]) -> MathTree {
    nodes.count == 1 ? nodes[0] : .element("mrow", nodes)
  }

  private static func joined(_ nodes: [MathTree]) -> [MathTree] {
    nodes.reduce(into: []) { result, node in
      if case .sign("mtext", let text) = node, case .sign("mtext", let before)? = result.last {
        result[result.count - 1] = .sign("mtext", before + text)
      } else {
        result.append(node)
      }
    }
  }

  /// A raised prime stands behind its letter; the rest of the script stays where it is.
  private static func script(_ name: String, _ attributes: String, _ parts: [MathTree]) -> MathTree
  {
    guard name == "msup" || name == "msubsup", let base = parts.first, let above = parts.last else {
      let movable = attributes.contains("movablelimits")
      return .element(movable && name == "munder" ? "msub" : name, parts.map(accent))
    }
    var raised: [MathTree] = if case .element("mrow", let nodes) = above { nodes } else { [above] }
    guard case .sign("mo", let sign)? = raised.first, sign.allSatisfy({ "′″‴".contains($0) }) else {
      return .element(name, parts)
    }
    raised.removeFirst()
    let primed = MathTree.element("mrow", [base, .sign("mo", sign)])
    switch (parts.count == 3, raised.isEmpty) {
    case (false, true): return primed
    case (true, true): return .element("msub", [primed, parts[1]])
    case (false, false): return .element("msup", [primed, row(raised)])
    case (true, false): return .element("msubsup", [primed, parts[1], row(raised)])
    }
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
    guard let variant = attributes.firstMatch(of: /mathvariant="([a-z-]+)"/)?.output.1 else {
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
      default: nil
      }
    return offset.flatMap { Unicode.Scalar(start + $0) }.map(Character.init) ?? letter
  }
}
