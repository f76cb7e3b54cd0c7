import Transcripts

extension SmallMultiples {
  /// Little plots in rows and columns: numbers on the axes only at the left and below, one legend for
  /// all, and an arrowhead where a curve leaves its frame.
  func svg(
    id: String, room: DrawingRoom? = nil, title: String, description: String
  ) -> HTML {
    PanelsDrawing(self, room: room).svg(id: id, title: title, description: description)
  }
}

private struct PanelsDrawing {
  let multiples: SmallMultiples
  let grid: PanelGrid
  let styles: PanelStyles
  let legend: Legend
  let left: Double
  let top: Double
  let panelWidth: Double
  let panelHeight: Double
  let width: Double
  /// About how many points a curve gets: two for a unit of width, and a bounded page.
  let pointLimit: Int

  private let room: DrawingRoom?

  /// So that the last number of one panel's axis does not meet the first of the next.
  static let columnGap = 18.0

  init(_ multiples: SmallMultiples, room: DrawingRoom?) {
    self.multiples = multiples
    self.room = room
    let full = (room ?? .wide).width
    grid = PanelGrid(multiples, mostColumns: room == .narrow ? 2 : 3)
    styles = PanelStyles(grid.panels)
    left = 16 + (grid.yRanges.flatMap(\.ticks).map { textWidth($0.label) }.max() ?? 0)
    let columns = Double(grid.columnCount)
    let places = full - left - 20 - Self.columnGap * (columns - 1)
    panelWidth = max(room == .narrow ? 84 : 104, places / columns)
    panelHeight = min(150, max(88, panelWidth * 0.64))
    width = left + columns * panelWidth + (columns - 1) * Self.columnGap + 20
    legend = Legend(styles.samples, rules: multiples.rules, width: min(width, full))
    top =
      legend.height + (multiples.yAxes == .byRow ? 14 : 32)
      + (Self.directions(multiples).isEmpty ? 0 : 20)
      + (grid.columnNames.contains { !$0.isEmpty } ? 24 : 0)
    let curves = grid.panels.map(\.series.count).reduce(0, +)
    pointLimit = max(8, min(Int(panelWidth * 2), (room == .narrow ? 2500 : 5000) / max(1, curves)))
  }

  // MARK: - Layout

  private var rowHeight: Double { panelHeight + (hasRowNames ? 42 : 20) + (isRagged ? 16 : 0) }
  private var hasRowNames: Bool { grid.rowNames.contains { !$0.isEmpty } }
  /// A column that ends above the last row has the numbers of its axis there.
  private var isRagged: Bool { grid.panels.count % grid.columnCount != 0 && grid.rowCount > 1 }
  private var bottom: Double {
    frame(max(0, grid.rowCount - 1) * grid.columnCount).bottom
  }

  private func frame(_ index: Int) -> Frame {
    let (row, column) = (Double(index / grid.columnCount), Double(index % grid.columnCount))
    return Frame(
      left: left + column * (panelWidth + Self.columnGap),
      top: top + (hasRowNames ? 24 : 0) + row * rowHeight, width: panelWidth, height: panelHeight)
  }

  func svg(id: String, title: String, description: String) -> HTML {
    drawing(
      id: id, room: room, width: width, height: bottom + 46,
      minimumWidth: width * (room == .narrow ? 0.72 : 0.8), title: title, description: description
    ) {
      legend.html
      label(
        fitted(Self.directions(multiples), to: width - 8), x: 4, y: legend.height + 18,
        style: "rule-name")
      // Where the rows differ, their names say what they show.
      label(
        multiples.yAxes == .byRow ? "" : fitted(multiples.y.name, to: width - 8), x: 4,
        y: legend.height + (Self.directions(multiples).isEmpty ? 18 : 38), style: "name")
      names
      for index in grid.panels.indices { panel(index) }
      label(
        fitted(multiples.x.name, to: width - left), x: (left + width - 20) / 2, y: bottom + 40,
        anchor: .middle,
        style: "name")
      if grid.panels.isEmpty { label("no panels to draw", x: left, y: top + 20, style: "name") }
    }
  }

  /// "→ learning rate   ↓ rule": what changes from panel to panel.
  private static func directions(_ multiples: SmallMultiples) -> String {
    let parts = [("→", multiples.columnsLabel), ("↓", multiples.rowsLabel)]
    return parts.filter { !$0.1.isEmpty }.map { "\($0) \($1)" }.joined(separator: "\u{2003}")
  }

  private var names: HTML {
    var html = HTML.empty
    for (column, name) in grid.columnNames.enumerated() where !name.isEmpty {
      html += label(
        fitted(name, to: panelWidth), x: frame(column).middle, y: top - 10,
        anchor: .middle, style: "panel-name")
    }
    for (row, name) in grid.rowNames.enumerated() where !name.isEmpty {
      let frame = frame(row * grid.columnCount)
      html += label(
        fitted(name, to: width - left), x: left, y: frame.top - 12, style: "name")
    }
    return html
  }

  private func panel(_ index: Int) -> HTML {
    let frame = frame(index)
    let scales = CurveScales(
      x: PlotScale(
        range: grid.xRange, scale: multiples.x.scale, from: frame.left + 6, to: frame.right - 6),
      y: PlotScale(
        range: grid.yRanges[index / grid.columnCount], scale: multiples.y.scale, from: frame.bottom,
        to: frame.top))
    return PanelDrawing(
      panel: grid.panels[index], curves: styles.curves(of: grid.panels[index]),
      rules: multiples.rules, frame: frame, scales: scales,
      hasYNumbers: index % grid.columnCount == 0,
      hasXNumbers: index + grid.columnCount >= grid.panels.count, pointLimit: pointLimit
    ).html
  }
}

/// Where a panel stands in the drawing.
struct Frame {
  var left: Double
  var top: Double
  var width: Double
  var height: Double

  var right: Double { left + width }
  var bottom: Double { top + height }
  var middle: Double { left + width / 2 }
}

/// `text` with an ellipsis where it is wider than its place.
func fitted(_ text: String, to width: Double) -> String {
  var count = text.count
  while count > 1, textWidth(shortened(text, to: count)) > width { count -= 1 }
  return shortened(text, to: count)
}
