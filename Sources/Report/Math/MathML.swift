/// A formula as MathML, which browsers set without a script.
///
/// ```swift
/// try mathML(tex: "x^2", display: false)
/// // <math alttext="x^2"><msup><mi>x</mi><mn>2</mn></msup></math>
/// ```
///
/// - Parameters:
///   - tex: TeX without its dollars; the commands are those in `MathSymbols.swift` and `TeXParser.swift`.
///   - display: on a line of its own, with limits above and below.
/// - Throws: ``MathError`` with what is not understood and where.
public func mathML(tex: String, display: Bool) throws(MathError) -> String {
  try math(tex, display: display).source
}

func math(_ tex: String, display: Bool) throws(MathError) -> HTML {
  let nodes = try TeXParser.parse(tex)
  let words = tex.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  return tag("math", ["display": display ? "block" : nil, "alttext": words]) {
    // One element and no more: a `math` that is an mrow itself sets the same, in fewer bytes.
    MathSetter().row(nodes)
  }
}

/// Sets a tree as MathML, with TeX's spaces written out: browsers' operator dictionaries differ.
struct MathSetter {
  /// Scripts have no space around relations and operators.
  var isScript = false

  /// TeX's spaces, in em.
  static let thin = "0.1667em"
  static let medium = "0.2222em"
  static let thick = "0.2778em"

  func row(_ nodes: [MathNode], after first: MathSymbol.Role? = nil) -> HTML {
    var before: Neighbour? = first.map(Neighbour.symbol)
    var html = HTML.empty
    for (index, node) in nodes.enumerated() {
      let next = nodes[(index + 1)...].first { !$0.isSpace }
      html += set(node, before: before, next: next?.neighbour)
      if !node.isSpace { before = node.neighbour }
    }
    return html
  }

  /// `nodes` as exactly one element.
  func single(_ node: MathNode) -> HTML {
    if case .row(let nodes) = node {
      if nodes.count == 1 { return single(nodes[0]) }
      return tag("mrow") { row(nodes) }
    }
    if case .function = node { return tag("mrow") { set(node, before: nil, next: nil) } }
    return set(node, before: nil, next: nil)
  }

  var script: MathSetter { MathSetter(isScript: true) }

  // MARK: - Nodes

  private func set(_ node: MathNode, before: Neighbour?, next: Neighbour?) -> HTML {
    switch node {
    case .identifier(let name, let isUpright):
      return tag(
        "mi", ["mathvariant": isUpright && name.count == 1 && name.isPlain ? "normal" : nil]
      ) {
        name
      }
    case .number(let digits): return tag("mn") { digits }
    case .symbol(let symbol): return set(symbol, before: before)
    case .function(let name): return function(name, before: before, next: next)
    case .text(let words): return tag("mtext") { words.replacing(" ", with: "\u{A0}") }
    case .space(let width): return tag("mspace", ["width": Self.em(width)])
    case .row(let nodes) where nodes.count == 1: return set(nodes[0], before: before, next: next)
    case .row(let nodes): return tag("mrow") { row(nodes) }
    case .fraction(let above, let below, let hasLine, let display):
      let fraction = tag("mfrac", ["linethickness": hasLine ? nil : "0"]) {
        single(above)
        single(below)
      }
      guard let display else { return fraction }
      return tag("mstyle", ["displaystyle": display ? "true" : "false", "scriptlevel": "0"]) {
        fraction
      }
    case .root(let body, nil): return tag("msqrt") { single(body) }
    case .root(let body, let degree?):
      return tag("mroot") {
        single(body)
        script.single(degree)
      }
    case .scripts(let base, let sub, let sup, let isLimits):
      return scripts(base, sub, sup, isLimits, before: before, next: next)
    case .over(let body, let mark, let isAccent):
      // accent="true" would let Chromium lower the mark onto letters with an ascender.
      return tag("mover") {
        single(body)
        isAccent ? Self.accent(mark) : script.single(mark)
      }
    case .under(let body, let mark, let isAccent):
      return tag("munder", ["accentunder": isAccent ? "true" : nil]) {
        single(body)
        isAccent ? Self.accent(mark) : script.single(mark)
      }
    case .lined(let body, let isAbove):
      // The characters for it do not stretch in every font; a border does.
      let side = isAbove ? "top" : "bottom"
      return tag("mrow", ["style": "border-\(side):0.06em solid;padding-\(side):0.12em"]) {
        single(body)
      }
    case .fenced(let left, let nodes, let right):
      return tag("mrow") {
        Self.fence(left, form: "prefix")
        row(nodes)
        Self.fence(right, form: "postfix")
      }
    case .sized(let sign, let height, let role):
      let space = role == .relation ? Self.thick : "0"
      return tag(
        "mo",
        [
          "stretchy": "true", "symmetric": "true", "lspace": space, "rspace": space,
          "minsize": height > 0 ? Self.em(height) : nil,
          "maxsize": height > 0 ? Self.em(height) : nil,
        ]
      ) { sign }
    case .table(let rows, let style): return table(rows, style)
    case .style(let body, let display):
      return tag("mstyle", ["displaystyle": display ? "true" : "false"]) { single(body) }
    }
  }

  // MARK: - Symbols

  func set(_ symbol: MathSymbol, before: Neighbour?) -> HTML {
    switch symbol.role {
    case .binary where before?.allowsBinary != true:
      return Self.mo(symbol.text, "0", "0", form: "prefix")
    case .binary:
      let space = isScript ? "0" : Self.medium
      return Self.mo(symbol.text, space, space)
    case .relation:
      let space = isScript ? "0" : Self.thick
      return Self.mo(symbol.text, space, space, stretchy: "false")
    case .punctuation:
      return Self.mo(symbol.text, "0", isScript ? "0" : Self.thin, form: "postfix")
    case .opening: return Self.mo(symbol.text, "0", "0", form: "prefix", stretchy: "false")
    case .closing: return Self.mo(symbol.text, "0", "0", form: "postfix", stretchy: "false")
    case .ordinary, .bar: return Self.mo(symbol.text, "0", "0", stretchy: "false")
    case .bigOperator, .integral:
      return tag(
        "mo",
        [
          "largeop": "true", "lspace": before?.isOrdinary == true ? Self.thin : "0",
          "rspace": Self.thin,
        ]
      ) { symbol.text }
    }
  }

  private static func mo(
    _ text: String, _ left: String, _ right: String, form: String? = nil, stretchy: String? = nil
  ) -> HTML {
    tag("mo", ["form": form, "stretchy": stretchy, "lspace": left, "rspace": right]) { text }
  }

  private static func fence(_ sign: String, form: String) -> HTML {
    tag("mo", ["form": form, "fence": "true", "stretchy": "true", "lspace": "0", "rspace": "0"]) {
      sign
    }
  }

  private static func accent(_ mark: MathNode) -> HTML {
    guard case .symbol(let symbol) = mark else { return .empty }
    return tag("mo", ["stretchy": symbol.role == .bar ? "true" : "false"]) { symbol.text }
  }

  private func function(_ name: String, before: Neighbour?, next: Neighbour?) -> HTML {
    // U+2061 says "applied to", which a screen reader speaks and nobody sees.
    var html = tag("mi", ["mathvariant": name.count == 1 ? "normal" : nil]) { name }
    if next != nil { html += tag("mo", ["lspace": "0", "rspace": "0"]) { "\u{2061}" } }
    let space = tag("mspace", ["width": Self.thin])
    if before?.isOrdinary == true { html = space + html }
    if next?.isOrdinary == true { html += space }
    return html
  }
}

extension String {
  /// A letter that a browser would turn italic if nobody stopped it.
  fileprivate var isPlain: Bool {
    // Latin and Greek, ∂ and ∇: those that have an italic form in Unicode's mathematical letters.
    unicodeScalars.allSatisfy { $0.value < 0x400 || $0 == "∂" || $0 == "∇" }
  }
}
