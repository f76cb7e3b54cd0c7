// Scripts and tables: what stands above, below and in columns.

extension MathSetter {
  func scripts(
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

  func table(_ rows: [[MathNode]], _ style: MathNode.TableStyle) -> HTML {
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
    case .cases:
      column == 0 ? "text-align:left;padding-left:0" : "text-align:left;padding-left:0.6em"
    case .matrix: nil
    }
  }

  static func em(_ width: Double) -> String {
    var decimal = Decimal(width.magnitude)
    decimal.round(toDigits: 4)
    return (width < 0 ? "-" : "") + decimal.positional + "em"
  }
}
