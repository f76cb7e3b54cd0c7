import Transcripts

extension SmallMultiples {
  private static let valueCount = 6
  /// Nine panels of four curves fit; more are for a program to read.
  private static let rowLimit = 40

  /// One curve in a row, at a few places of the x axis; where the curves stand at different ones, one
  /// point in a row.
  var data: (table: Table, note: String?) {
    let grid = PanelGrid(self)
    let curves = grid.panels.enumerated().flatMap { index, panel in
      panel.series.map { Row(panel: grid.name(index), curve: Curve($0, style: 0)) }
    }
    let shown = Array(curves.prefix(Self.rowLimit))
    let places = commonX
    let (table, note) = places.map { wide(shown, at: $0) } ?? long(shown)
    let notes = [
      note,
      yAxes == .byRow ? nil : "The values are \(y.unit.map { "\(y.label), \($0)" } ?? y.label).",
      shown.count < curves.count ? "The first \(shown.count) of \(curves.count) curves." : nil,
      grid.note,
    ].compactMap(\.self)
    return (table, notes.joined(separator: " "))
  }

  private struct Row {
    var panel: String
    var curve: Curve

    var points: [(x: Double, y: Double)] { Array(zip(curve.series.x, curve.series.y)) }
  }

  private var xName: String { x.unit.map { "\(x.label), \($0)" } ?? x.label }

  /// The x of the longest curve, if all others are the same or end earlier, as one that diverges does.
  private var commonX: [Double]? {
    let all = panels.flatMap(\.series)
    let longest = all.map(\.x).max { $0.count < $1.count } ?? []
    return all.allSatisfy { longest.starts(with: $0.x) } ? longest : nil
  }

  private func wide(_ rows: [Row], at places: [Double]) -> (table: Table, note: String?) {
    let indices = evenIndices(of: places.count, count: Self.valueCount)
    let lines = rows.map { row in
      let points = row.points
      return [row.panel, row.curve.name]
        + indices.map { $0 < points.count ? numberText(points[$0].y) : "–" }
    }
    let limits = rules.map { rule in
      ["everywhere", rule.name] + indices.map { _ in numberText(rule.y) }
    }
    let note =
      indices.count < places.count
      ? "\(indices.count) of \(places.count) points, at even distances." : nil
    return (
      Table(
        columns: ["panel", "curve"] + indices.map { "\(xName) \(numberText(places[$0]))" },
        rows: lines + limits), note
    )
  }

  private func long(_ rows: [Row]) -> (table: Table, note: String?) {
    var lines: [[String]] = []
    for row in rows {
      let points = row.points
      lines += evenIndices(of: points.count, count: Self.valueCount).map {
        [row.panel, row.curve.name, numberText(points[$0].x), numberText(points[$0].y)]
      }
    }
    let total = rows.map { $0.points.count }.reduce(0, +)
    let note =
      lines.count < total ? "\(lines.count) of \(total) points, at even distances." : nil
    lines += rules.map { ["everywhere", $0.name, "everywhere", numberText($0.y)] }
    return (Table(columns: ["panel", "curve", xName, y.label], rows: lines), note)
  }
}
