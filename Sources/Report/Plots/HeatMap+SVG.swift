import Transcripts

extension HeatMap {
  /// A matrix as coloured cells with a colour bar; cells without a number are hatched.
  func svg(
    id: String, room: DrawingRoom? = nil, title: String, description: String
  ) -> HTML {
    HeatMapDrawing(self, id: id, room: room).svg(title: title, description: description)
  }

  /// As wide at most as a phone.
  var isNarrow: Bool { HeatMapDrawing(self, id: "", room: nil).width <= DrawingRoom.narrow.width }
}

private struct HeatMapDrawing {
  let map: HeatMap
  let id: String
  let grid: HeatGrid
  let scale: ColourScale
  let left: Double
  let cellWidth: Double
  let cellHeight: Double
  private let bar: AxisRange
  private let barWidth: Double

  private let room: DrawingRoom?

  static let top = 34.0

  init(_ map: HeatMap, id: String, room: DrawingRoom?) {
    self.map = map
    self.id = id
    self.room = room
    grid = HeatGrid(map)
    scale = ColourScale(grid.values.lazy.flatMap(\.self), range: map.range)
    bar = AxisRange.linear([scale.low, scale.high], count: 4, snapsEnds: false)
    barWidth = 40 + (bar.ticks.map { textWidth($0.label) }.max() ?? 0)
    left = 14 + (grid.rowNames.map { textWidth(Self.short($0)) }.max() ?? 0)
    let places = (room ?? .wide).width - left - barWidth
    cellWidth = min(46, places / Double(max(1, grid.columnCount)))
    cellHeight = min(28, max(7, 300 / Double(max(1, grid.rowCount))))
  }

  private static func short(_ name: String) -> String { shortened(name, to: 14) }

  var width: Double { max(left + mapWidth + barWidth, 320) }
  private var mapWidth: Double { cellWidth * Double(grid.columnCount) }
  private var mapHeight: Double { cellHeight * Double(grid.rowCount) }
  private var bottom: Double { Self.top + mapHeight }

  func svg(title: String, description: String) -> HTML {
    let barHeight = max(mapHeight, 84)
    let height = Self.top + max(mapHeight + 46, barHeight + 16)
    return drawing(
      id: id, room: room, width: width, height: height, title: title, description: description
    ) {
      hatching
      label(fitted(map.yLabel, to: width - 120), x: 4, y: 16, style: "name")
      cells
      if cellWidth >= 38, cellHeight >= 18 { numbers }
      rowNames
      columnNames
      label(
        fitted(map.xLabel, to: width), x: left + mapWidth / 2, y: bottom + 38, anchor: .middle,
        style: "name")
      if grid.isEmpty { label("no values to draw", x: left, y: Self.top + 16, style: "name") }
      colourBar(x: left + mapWidth + 18, height: barHeight, width: width)
    }
  }

  // MARK: - Cells

  /// Each step of the scale is one path of unit squares, which is a tenth of the bytes of as many
  /// rectangles.
  private var cells: HTML {
    var paths = [String](repeating: "", count: ColourScale.steps + 1)
    for (row, values) in grid.values.enumerated() {
      var column = 0
      while column < values.count {
        let step = scale.step(values[column])
        let start = column
        while column < values.count, scale.step(values[column]) == step { column += 1 }
        let width = column - start
        paths[step ?? ColourScale.steps] += "M\(start) \(row)h\(width)v1h-\(width)z"
      }
    }
    let transform =
      "translate(\(coordinate(left)) \(coordinate(Self.top))) scale(\(scaleText(cellWidth)) \(scaleText(cellHeight)))"
    let coloured = paths.dropLast().enumerated().filter { !$0.element.isEmpty }.map {
      tag("path", ["class": scale.className($0.offset), "d": $0.element])
    }
    return tag("g", ["class": "cells", "transform": transform]) { coloured.joined() } + missing
  }

  private func scaleText(_ value: Double) -> String {
    var decimal = Decimal(value)
    decimal.round(toDigits: 5)
    return decimal.positional
  }

  /// The hatching is drawn at full size: inside the scaled group it would be stretched.
  private var missing: HTML {
    var path = ""
    for (row, values) in grid.values.enumerated() {
      for (column, value) in values.enumerated() where value.isNaN {
        path += "M\(coordinate(left + Double(column) * cellWidth)) "
        path += "\(coordinate(Self.top + Double(row) * cellHeight))"
        path += "h\(coordinate(cellWidth))v\(coordinate(cellHeight))h\(coordinate(-cellWidth))z"
      }
    }
    return path.isEmpty ? .empty : tag("path", ["fill": "url(#\(id)-hatch)", "d": path])
  }

  private var hatching: HTML {
    tag("defs") {
      tag(
        "pattern",
        [
          "id": "\(id)-hatch", "width": "6", "height": "6", "patternUnits": "userSpaceOnUse",
          "patternTransform": "rotate(45)",
        ]
      ) { tag("path", ["class": "hatch", "d": "M0 0V6"]) }
    }
  }

  private var numbers: HTML {
    var html = HTML.empty
    for (row, values) in grid.values.enumerated() {
      for (column, value) in values.enumerated() {
        html += label(
          numberText(value, significant: 2), x: left + (Double(column) + 0.5) * cellWidth,
          y: Self.top + (Double(row) + 0.5) * cellHeight + 4, anchor: .middle,
          style: scale.step(value).map(scale.textClass) ?? "number missing")
      }
    }
    return html
  }

  // MARK: - Names

  private var rowNames: HTML {
    let every = thinning(of: grid.rowCount, pitch: cellHeight, need: 15)
    return grid.rowNames.enumerated().filter { $0.offset % every == 0 }.map { row, name in
      label(
        Self.short(name), x: left - 7, y: Self.top + (Double(row) + 0.5) * cellHeight + 4.5,
        anchor: .end, style: "tick")
    }.joined()
  }

  private var columnNames: HTML {
    let widths = grid.columnNames.map { textWidth(Self.short($0)) }
    // Between two neighbours stand half of each: one "EOS" after many letters hides none of them.
    let need = zip(widths, widths.dropFirst()).map { ($0 + $1) / 2 }.max() ?? widths.first ?? 0
    let tight = thinning(of: grid.columnCount, pitch: cellWidth, need: need + 4)
    let loose = thinning(of: grid.columnCount, pitch: cellWidth, need: (widths.max() ?? 0) + 6)
    let every = tight == 1 ? 1 : loose
    return grid.columnNames.enumerated().filter { $0.offset % every == 0 }.map { column, name in
      label(
        Self.short(name), x: left + (Double(column) + 0.5) * cellWidth, y: bottom + 17,
        anchor: .middle, style: "tick")
    }.joined()
  }

  // MARK: - Colour bar

  private func colourBar(x: Double, height: Double, width: Double) -> HTML {
    let step = height / Double(ColourScale.steps)
    let place = PlotScale(range: bar, scale: .linear, from: Self.top + height, to: Self.top)
    return tag("g", ["class": "cells"]) {
      for index in 0..<ColourScale.steps {
        tag(
          "rect",
          [
            "class": scale.className(index), "x": coordinate(x),
            "y": coordinate(Self.top + height - Double(index + 1) * step), "width": "12",
            "height": coordinate(step + 0.1),
          ])
      }
      for tick in bar.ticks {
        if let y = place(tick.value) {
          line(x + 12, y, x + 16, y, style: "axis")
          label(tick.label, x: x + 19, y: y + 4.5, style: "tick")
        }
      }
      barName(x: x, width: width)
    }
  }
}

extension HeatMapDrawing {
  /// Above the bar, and to its left only where it would leave the drawing.
  fileprivate func barName(x: Double, width: Double) -> HTML {
    let name = shortened(map.valueLabel, to: 24)
    let fits = x + textWidth(name) <= width
    return label(name, x: fits ? x : width - 2, y: 16, anchor: fits ? .start : .end, style: "name")
  }
}

/// Every how many of `count` names stand, so that none meets its neighbour.
func thinning(of count: Int, pitch: Double, need: Double) -> Int {
  let steps = [1, 2, 5, 10, 20, 25, 50, 100]
  return steps.first { Double($0) * pitch >= need } ?? max(1, count)
}
