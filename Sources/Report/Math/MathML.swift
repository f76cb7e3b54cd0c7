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
  private static let thin = "0.1667em"
  private static let medium = "0.2222em"
  private static let thick = "0.2778em"

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
  private func single(_ node: MathNode) -> HTML {
    if case .row(let nodes) = node {
      if nodes.count == 1 { return single(nodes[0]) }
      return tag("mrow") { row(nodes) }
    }
    if case .function = node { return tag("mrow") { set(node, before: nil, next: nil) } }
    return set(node, before: nil, next: nil)
  }

  private var script: MathSetter { MathSetter(isScript: true) }

  // MARK: - Nodes

  private func set(_ node: MathNode, before: Neighbour?, next: Neighbour?) -> HTML {
    switch node {
    case .identifier(let name, let isUpright):
      return tag("mi", ["mathvariant": isUpright && name.count == 1 && name.isPlain ? "normal" : nil]) {
        name
      }
    case .number(let digits): return tag("mn") { digits }
    case .symbol(let symbol): return set(symbol, before: before)
    case .function(let name): return function(name, before: before, next: next)
    case .text(let words): return tag("mtext") { words.replacing(" ", with: "\u{A0}") }
    case .space(let width): return tag("mspace", ["width": Self.em(width)])
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
      return tag("mover", ["accent": isAccent ? "true" : nil]) {
        single(body)
        isAccent ? Self.accent(mark) : script.single(mark)
      }
    case .under(let body, let mark, let isAccent):
      return tag("munder", ["accentunder": isAccent ? "true" : nil]) {
        single(body)
        isAccent ? Self.accent(mark) : script.single(mark)
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

  private func set(_ symbol: MathSymbol, before: Neighbour?) -> HTML {
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
      return Self.mo(symbol.text, before?.isOrdinary == true ? Self.thin : "0", Self.thin)
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

  // MARK: - Scripts

  private func scripts(
    _ base: MathNode, _ sub: MathNode?, _ sup: MathNode?, _ isLimits: Bool, before: Neighbour?,
    next: Neighbour?
  ) -> HTML {
    let space = tag("mspace", ["width": Self.thin])
    var start = HTML.empty
    var end = HTML.empty
    let middle: HTML
    if case .function(let name) = base {
      if before?.isOrdinary == true { start = space }
      if next?.isOrdinary == true { end = space }
      middle =
        isLimits
        ? tag("mo", ["movablelimits": "true", "lspace": "0", "rspace": "0"]) { name }
        : tag("mi") { name }
    } else if case .symbol(let symbol) = base {
      middle = set(symbol, before: before)
    } else {
      middle = single(base)
    }
    let below = sub.map(script.single)
    let above = sup.map(script.single)
    let html: HTML
    switch (below, above) {
    case (let below?, let above?):
      let parts = middle + below + above
      html = isLimits ? tag("munderover") { parts } : tag("msubsup") { parts }
    case (let below?, nil):
      html = isLimits ? tag("munder") { middle + below } : tag("msub") { middle + below }
    case (nil, let above?):
      html = isLimits ? tag("mover") { middle + above } : tag("msup") { middle + above }
    case (nil, nil): html = middle
    }
    return start + html + end
  }

  // MARK: - Tables

  private func table(_ rows: [[MathNode]], _ style: MathNode.TableStyle) -> HTML {
    let columns = rows.map(\.count).max() ?? 0
    let alignments = (0..<columns).map { Self.alignment($0, style) }
    return tag(
      "mtable",
      [
        "displaystyle": style == .aligned ? "true" : nil,
        "columnalign": style == .matrix ? nil : alignments.joined(separator: " "),
      ]
    ) {
      for row in rows {
        tag("mtr") {
          for (column, cell) in row.enumerated() {
            // MathML Core leaves alignment to CSS; columnalign is for browsers that came before it.
            tag("mtd", ["style": Self.cellStyle(column, style)]) { set(cell, in: column, style) }
          }
        }
      }
    }
  }

  private func set(_ cell: MathNode, in column: Int, _ style: MathNode.TableStyle) -> HTML {
    guard case .row(let nodes) = cell else { return single(cell) }
    // In "&= a" and "&+ b" the sign has the column to the left before it.
    return row(nodes, after: style == .aligned && column % 2 == 1 ? .ordinary : nil)
  }

  private static func alignment(_ column: Int, _ style: MathNode.TableStyle) -> String {
    switch style {
    case .aligned: column % 2 == 0 ? "right" : "left"
    case .cases: "left"
    case .matrix: "center"
    }
  }

  private static func cellStyle(_ column: Int, _ style: MathNode.TableStyle) -> String? {
    switch style {
    case .aligned where column % 2 == 1: "text-align:left;padding-left:0;padding-right:0"
    case .aligned:
      column == 0
        ? "text-align:right;padding-left:0;padding-right:0"
        : "text-align:right;padding-left:2em;padding-right:0"
    case .cases: column == 0 ? "text-align:left;padding-left:0" : "text-align:left;padding-left:0.6em"
    case .matrix: nil
    }
  }

  private static func em(_ width: Double) -> String {
    var decimal = Decimal(width.magnitude)
    decimal.round(toDigits: 4)
    return (width < 0 ? "-" : "") + decimal.positional + "em"
  }
}

/// What a symbol needs to know of the one beside it to find its space.
private enum Neighbour {
  case symbol(MathSymbol.Role)
  case function, fence

  /// A sign behind this one joins two things; behind others it is a sign of its own: −1.
  var allowsBinary: Bool {
    switch self {
    case .symbol(let role): role == .ordinary || role == .closing || role == .bar
    case .function: false
    case .fence: true
    }
  }

  /// Wants a thin space between itself and a function's name.
  var isOrdinary: Bool {
    switch self {
    case .symbol(let role):
      role == .ordinary || role == .closing || role == .bigOperator || role == .integral
    case .function: true
    case .fence: false
    }
  }
}

extension MathNode {
  fileprivate var neighbour: Neighbour {
    switch self {
    case .symbol(let symbol): .symbol(symbol.role)
    case .function: .function
    case .fenced: .fence
    case .scripts(let base, _, _, _): base.neighbour
    case .under(let base, _, false), .over(let base, _, false): base.neighbour
    case .sized(_, _, let role): .symbol(role)
    case .row(let nodes): nodes.count == 1 ? nodes[0].neighbour : .symbol(.ordinary)
    default: .symbol(.ordinary)
    }
  }

  fileprivate var isSpace: Bool { if case .space = self { true } else { false } }
}

extension String {
  /// A letter that a browser would turn italic if nobody stopped it.
  fileprivate var isPlain: Bool {
    unicodeScalars.allSatisfy { $0.value < 0x1D400 || $0.value > 0x1D7FF }
  }
}
