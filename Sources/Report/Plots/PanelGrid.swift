import Transcripts

/// The panels of small multiples in rows and columns, and the axes that they share.
struct PanelGrid {
  private(set) var panels: [SmallMultiples.Panel]
  private(set) var columnCount: Int
  /// One for each column and row, empty where the author gave none.
  private(set) var columnNames: [String]
  private(set) var rowNames: [String]
  private(set) var xRange: AxisRange
  /// One for each row; all the same unless the rows differ.
  private(set) var yRanges: [AxisRange]
  /// What the reader must know besides the caption.
  private(set) var note: String?

  /// More panels than fit a screen are a loop that forgot to stop, and its page would be megabytes.
  static let panelLimit = 48

  /// - Parameter mostColumns: of a grid without names.
  init(_ multiples: SmallMultiples, mostColumns: Int = 3) {
    let panels = Array(multiples.panels.prefix(Self.panelLimit))
    self.panels = panels
    let columns = Self.columnCount(multiples, panels.count, most: mostColumns)
    let rows = (panels.count + columns - 1) / columns
    columnCount = columns
    columnNames = Self.filled(multiples.columnNames, count: columns)
    rowNames = Self.filled(multiples.rowNames, count: rows)

    let series = panels.lazy.flatMap(\.series)
    xRange = .fitting(
      series.flatMap { zip($0.x, $0.y).map(\.0) }, scale: multiples.x.scale, count: 3,
      snapsEnds: false)
    let ranges =
      multiples.yAxes == .common
      ? [Self.yRange(multiples, panels[...])]
      : (0..<rows).map { row in
        Self.yRange(multiples, panels[(row * columns)..<min(panels.count, (row + 1) * columns)])
      }
    yRanges =
      ranges.count == 1 ? [AxisRange](repeating: ranges[0], count: max(1, rows)) : ranges

    let leaves = panels.enumerated().contains { index, panel in
      let (low, high) = (
        ranges[min(index / columns, ranges.count - 1)].low,
        ranges[min(index / columns, ranges.count - 1)].high
      )
      return panel.series.contains { series in
        zip(series.x, series.y).contains { x, y in
          PlotScale.hasPlace(x, on: multiples.x.scale)
            && PlotScale.hasPlace(y, on: multiples.y.scale) && (y < low || y > high)
        }
      }
    }
    let notes = [
      leaves ? "An arrowhead at a frame marks where a curve leaves it." : nil,
      missingNote(series, on: multiples.y.scale),
      panels.count < multiples.panels.count
        ? "The first \(panels.count) of \(multiples.panels.count) panels." : nil,
    ].compactMap(\.self)
    note = notes.isEmpty ? nil : notes.joined(separator: " ")
  }

  private static func yRange(
    _ multiples: SmallMultiples, _ panels: ArraySlice<SmallMultiples.Panel>
  ) -> AxisRange {
    let values = panels.flatMap(\.series).flatMap(\.y) + multiples.rules.map(\.y)
    let shown =
      multiples.yRange.map { range in
        // An end that no axis can have is taken from the data.
        values.filter(range.contains) + [range.lowerBound, range.upperBound]
      } ?? values
    return .fitting(
      shown, scale: multiples.y.scale, count: 4, snapsEnds: multiples.yRange == nil)
  }

  /// As many as have names; without, as the number of row names asks, or `most`.
  private static func columnCount(
    _ multiples: SmallMultiples, _ count: Int, most: Int
  ) -> Int {
    let (columns, rows) = (multiples.columnNames.count, multiples.rowNames.count)
    let wanted = columns > 0 ? columns : rows > 0 ? (count + rows - 1) / rows : most
    return max(1, columns > 0 ? min(wanted, panelLimit) : min(wanted, count))
  }

  private static func filled(_ names: [String], count: Int) -> [String] {
    (0..<count).map { $0 < names.count ? names[$0] : "" }
  }

  var rowCount: Int { rowNames.count }

  /// "η = 0.1, Adam": where the panel stands.
  func name(_ index: Int) -> String {
    let names = [rowNames[index / columnCount], columnNames[index % columnCount]]
    let known = names.filter { !$0.isEmpty }
    return known.isEmpty ? "panel \(index + 1)" : known.joined(separator: ", ")
  }
}

/// What a reader must know of points that a logarithmic axis has no place for.
func missingNote(
  _ series: some Sequence<LinePlot.Series>, on scale: LinePlot.Axis.Scale
) -> String? {
  guard scale == .logarithmic else { return nil }
  let count = series.lazy.map { series in
    zip(series.x, series.y).count { $1.isFinite && !PlotScale.hasPlace($1, on: scale) }
  }.reduce(0, +)
  switch count {
  case 0: return nil
  case 1: return "One value, zero or below, has no place on the log scale."
  default: return "\(count) values, zero or below, have no place on the log scale."
  }
}
