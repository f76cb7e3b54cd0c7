import Transcripts

extension LinePlot {
  /// Curves on common axes: the reference beneath as a hatched band, the student's on top.
  ///
  /// Each has a dash pattern and an end of its own, so that colour is never the only difference.
  func svg(
    id: String, room: DrawingRoom? = nil, title: String, description: String
  ) -> HTML {
    LinePlotDrawing(self, room: room).svg(id: id, title: title, description: description)
  }
}

private struct LinePlotDrawing {
  let plot: LinePlot
  let curves: [Curve]
  let legend: Legend
  let scales: CurveScales
  let top: Double
  let left: Double

  private let room: DrawingRoom?
  private let width: Double
  private let plotHeight: Double

  private var right: Double { width - 20 }
  /// A curve of this many points is as exact as the drawing is wide.
  private var pointLimit: Int { room == .narrow ? 240 : 400 }

  init(_ plot: LinePlot, room: DrawingRoom?) {
    self.plot = plot
    self.room = room
    width = (room ?? .wide).width
    plotHeight = room == .narrow ? 220 : 270
    curves = Curve.curves(of: plot.series)
    legend = Legend(
      curves.filter { !$0.isReference } + curves.filter(\.isReference), width: width)
    top = 34 + legend.height
    let xValues = plot.series.lazy.flatMap { zip($0.x, $0.y).map(\.0) } + plot.marks.map(\.x)
    let yValues = plot.series.lazy.flatMap(\.y) + plot.rules.map(\.y)
    let yRange = Self.yRange(of: plot, yValues, height: plotHeight)
    let xRange = AxisRange.fitting(
      xValues, scale: plot.x.scale, count: room == .narrow ? 4 : 7, snapsEnds: false)
    left = 16 + (yRange.ticks.map { textWidth($0.label) }.max() ?? 0)
    scales = CurveScales(
      x: PlotScale(range: xRange, scale: plot.x.scale, from: left + 6, to: width - 26),
      y: PlotScale(range: yRange, scale: plot.y.scale, from: top + plotHeight, to: top))
  }

  /// One step further down where a rule lies so low that its name would stand among the curves.
  private static func yRange(
    of plot: LinePlot, _ values: some Sequence<Double>, height: Double
  ) -> AxisRange {
    let range = AxisRange.fitting(values, scale: plot.y.scale, count: 5, snapsEnds: true)
    guard plot.y.scale == .linear, range.ticks.count > 1, range.high > range.low else {
      return range
    }
    let room = 20 / height * (range.high - range.low)
    let isLow = plot.rules.contains { $0.y >= range.low && $0.y < range.low + room }
    guard isLow else { return range }
    let step = range.ticks[1].value - range.ticks[0].value
    return AxisRange.fitting(
      Array(values) + [range.low - step], scale: .linear, count: 5, snapsEnds: true)
  }

  private var bottom: Double { top + plotHeight }

  func svg(id: String, title: String, description: String) -> HTML {
    drawing(
      id: id, room: room, width: width, height: bottom + 46, title: title, description: description
    ) {
      legend.html
      axes
      rules
      marks
      for curve in curves where curve.isReference {
        curve.drawn(along: scales.runs(of: curve.series), limit: pointLimit)
      }
      for curve in curves where !curve.isReference {
        curve.drawn(along: scales.runs(of: curve.series), limit: pointLimit)
      }
      ruleNames
      if !hasPoints {
        label(
          "no finite values to draw", x: (left + right) / 2, y: (top + bottom) / 2,
          anchor: .middle, style: "name")
      }
    }
  }

  // MARK: - Axes

  private var axes: HTML {
    var html = HTML.empty
    for tick in scales.y.range.ticks {
      guard let y = scales.y(tick.value) else { continue }
      html += line(left, y, right, y, style: "grid")
      html += label(tick.label, x: left - 8, y: y + 4.5, anchor: .end, style: "tick")
    }
    html += line(left, bottom, right, bottom, style: "axis")
    var free = -Double.infinity
    for tick in scales.x.range.ticks {
      guard let x = scales.x(tick.value) else { continue }
      html += line(x, bottom, x, bottom + 5, style: "axis")
      let half = textWidth(tick.label) / 2
      guard x - half > free else { continue }
      free = x + half + 8
      html += label(tick.label, x: x, y: bottom + 19, anchor: .middle, style: "tick")
    }
    html += label(fitted(plot.y.name, to: width - 8), x: 4, y: top - 14, style: "name")
    html += label(
      fitted(plot.x.name, to: right - left), x: (left + right) / 2, y: bottom + 40,
      anchor: .middle, style: "name")
    return html
  }

  // MARK: - Rules

  private var rules: HTML {
    plot.rules.map { rule in
      scales.y(rule.y).map { line(left, $0, right, $0, style: "rule") } ?? .empty
    }.joined()
  }

  private var marks: HTML {
    plot.marks.map { mark in
      scales.x(mark.x).map { line($0, top, $0, bottom, style: "rule") } ?? .empty
    }.joined()
  }

  /// Each where the fewest points are in the way: of curves, of other lines, of names that stand.
  private var ruleNames: HTML {
    var taken = curves.flatMap { scales.runs(of: $0.series).joined() }
    let rules = plot.rules.compactMap { rule in scales.y(rule.y).map { (name: rule.name, y: $0) } }
    let marks = plot.marks.compactMap { mark in scales.x(mark.x).map { (name: mark.name, x: $0) } }
    let across = rules.map { rule in points(from: left, to: right) { Point(x: $0, y: rule.y) } }
    let upright = marks.map { mark in points(from: top, to: bottom) { Point(x: mark.x, y: $0) } }
    var html = HTML.empty
    func place(_ name: String, at places: [Point], besides lines: [[Point]]) {
      let width = textWidth(name)
      guard
        let place = quietest(of: places, width: width, among: taken + lines.joined())
      else { return }
      html += label(name, x: place.x, y: place.y, style: "rule-name")
      // Three rows of points: worse to cover than any curve.
      for row in [-9.0, -5, -1] {
        taken += points(from: place.x, to: place.x + width) { Point(x: $0, y: place.y + row) }
      }
    }
    for (index, rule) in rules.enumerated() {
      let name = fitted(rule.name, to: right - left - 16)
      let others = across.enumerated().filter { $0.offset != index }.map(\.element)
      place(name, at: places(beside: rule.y, width: textWidth(name)), besides: others + upright)
    }
    for (index, mark) in marks.enumerated() {
      let name = fitted(mark.name, to: right - left - 16)
      let others = upright.enumerated().filter { $0.offset != index }.map(\.element)
      place(name, at: places(along: mark.x, width: textWidth(name)), besides: others + across)
    }
    return html
  }

  private func points(
    from start: Double, to end: Double, _ point: (Double) -> Point
  ) -> [Point] {
    stride(from: start, through: end, by: 6).map(point)
  }

  /// Above or below a level line, at its right, its middle or its left.
  private func places(beside y: Double, width: Double) -> [Point] {
    let baselines = [y - 6, y + 15].filter { $0 > top + 10 && $0 < bottom - 3 }
    let starts = [right - 8 - width, (left + right - width) / 2, left + 8]
    let places = starts.flatMap { x in baselines.map { Point(x: x, y: $0) } }
    return places.isEmpty ? [Point(x: starts[0], y: y - 6)] : places
  }

  /// At the left or the right of an upright line, at several heights, all within the frame.
  private func places(along x: Double, width: Double) -> [Point] {
    let starts = [x + 7, x - 7 - width].filter { $0 >= left && $0 + width <= right }
    let heights = [0.06, 0.95, 0.3, 0.6].map { top + 6 + (bottom - top - 6) * $0 }
    let places = starts.flatMap { x in heights.map { Point(x: x, y: $0) } }
    return places.isEmpty ? [Point(x: left + 4, y: top + 12)] : places
  }

  private var hasPoints: Bool { curves.contains { !scales.runs(of: $0.series).isEmpty } }
}

/// Of several places for a text of this width, the one with the fewest points in the way.
func quietest(of places: [Point], width: Double, among points: [Point]) -> Point? {
  func crowd(_ place: Point) -> Int {
    points.count {
      abs($0.x - place.x - width / 2) < width / 2 + 6 && abs($0.y - place.y + 5) < 11
    }
  }
  return places.min { crowd($0) < crowd($1) }
}
