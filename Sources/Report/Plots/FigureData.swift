import Transcripts

extension Figure {
  /// The numbers behind the picture, thinned to what a reader can take in, and a note if so.
  var data: (table: Table, note: String?) {
    switch self {
    case .lines(let plot): plot.data
    case .multiples(let multiples): multiples.data
    case .heatMap(let map): map.data
    case .histogram(let histogram): histogram.data
    case .diagram(let diagram): diagram.connections
    }
  }
}

/// A curve's table has as many rows at most as fit a screen.
private let rowLimit = 25
private let columnLimit = 30

private func note(_ shown: Int, of total: Int, _ what: String) -> String? {
  shown < total ? "\(shown) of \(total) \(what), at even distances." : nil
}

extension LinePlot {
  fileprivate var data: (table: Table, note: String?) {
    let names = series.map { series in
      series.role == .reference && !series.name.lowercased().contains("reference")
        ? "\(series.name) (reference)" : series.name
    }
    let xName = x.unit.map { "\(x.label), \($0)" } ?? x.label
    if let first = series.first, series.count <= columnLimit,
      series.allSatisfy({ $0.x == first.x && $0.y.count == first.y.count })
    {
      let total = min(first.x.count, first.y.count)
      let indices = evenIndices(of: total, count: rowLimit)
      let rows = indices.map { index in
        [numberText(first.x[index])] + series.map { numberText($0.y[index]) }
      }
      return (
        Table(
          columns: [xName] + names,
          rows: rows + ruleRows(columns: series.count) + markRows(columns: series.count)),
        note(indices.count, of: total, "points")
      )
    }
    return longData(names, xName)
  }

  /// One point in a row, for curves over different x.
  private func longData(_ names: [String], _ xName: String) -> (table: Table, note: String?) {
    let share = max(2, rowLimit / max(1, series.count))
    var rows: [[String]] = []
    for (series, name) in zip(series, names).prefix(columnLimit) {
      let total = min(series.x.count, series.y.count)
      rows += evenIndices(of: total, count: share).map {
        [name, numberText(series.x[$0]), numberText(series.y[$0])]
      }
    }
    let total = series.map { min($0.x.count, $0.y.count) }.reduce(0, +)
    let yName = y.unit.map { "\(y.label), \($0)" } ?? y.label
    let count = rows.count
    rows += rules.map { [$0.name, "everywhere", numberText($0.y)] }
    rows += marks.map { [$0.name, numberText($0.x), "–"] }
    return (
      Table(columns: ["curve", xName, yName], rows: rows), note(count, of: total, "points")
    )
  }

  private func markRows(columns: Int) -> [[String]] {
    marks.map { mark in
      ["\(mark.name): \(numberText(mark.x))"] + [String](repeating: "–", count: columns)
    }
  }

  private func ruleRows(columns: Int) -> [[String]] {
    rules.map { rule in
      [rule.name] + [String](repeating: numberText(rule.y), count: columns)
    }
  }
}

extension HeatMap {
  fileprivate var data: (table: Table, note: String?) {
    let grid = HeatGrid(self)
    let rows = evenIndices(of: grid.rowCount, count: columnLimit)
    let columns = evenIndices(of: grid.columnCount, count: columnLimit)
    let table = Table(
      columns: [yLabel] + columns.map { grid.columnNames[$0] },
      rows: rows.map { row in
        [grid.rowNames[row]] + columns.map { numberText(grid.values[row][$0], significant: 3) }
      })
    let notes = [
      grid.note, note(rows.count, of: grid.rowCount, "rows"),
      note(columns.count, of: grid.columnCount, "columns"),
    ].compactMap(\.self)
    return (table, notes.isEmpty ? nil : notes.joined(separator: " "))
  }
}

extension Histogram {
  fileprivate var data: (table: Table, note: String?) {
    let table = Table(
      columns: [xLabel, yLabel], rows: drawnBars.map { [$0.label, numberText($0.count)] })
    return (table, barsPerBar > 1 ? "Each row adds up \(barsPerBar) bars." : nil)
  }
}
