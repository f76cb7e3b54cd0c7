import Transcripts

extension LinePlot {
  /// Curves on common axes: the reference beneath as a hatched band, the student's on top.
  ///
  /// Each has a dash pattern and an end of its own, so that colour is never the only difference.
  func svg(id: String, title: String, description: String) -> HTML {
    LinePlotDrawing(self).svg(id: id, title: title, description: description)
  }
}

private struct LinePlotDrawing {
  let plot: LinePlot
  let curves: [Curve]
  let legend: Legend
  let scales: CurveScales
  let top: Double
  let left: Double

  static let width = 640.0
  static let plotHeight = 270.0
  static let right = width - 20
  /// A curve of this many points is as exact as the drawing is wide.
  static let pointLimit = 400

  init(_ plot: LinePlot) {
    self.plot = plot
    curves = Curve.curves(of: plot.series)
    legend = Legend(
      curves.filter { !$0.isReference } + curves.filter(\.isReference), width: Self.width)
    top = 34 + legend.height
    let xValues = plot.series.lazy.flatMap { zip($0.x, $0.y).map(\.0) }
    let yValues = plot.series.lazy.flatMap(\.y) + plot.rules.map(\.y)
    let yRange = AxisRange.fitting(yValues, scale: plot.y.scale, count: 5, snapsEnds: true)
    let xRange = AxisRange.fitting(xValues, scale: plot.x.scale, count: 7, snapsEnds: false)
    left = 16 + (yRange.ticks.map { textWidth($0.label) }.max() ?? 0)
    scales = CurveScales(
      x: PlotScale(range: xRange, scale: plot.x.scale, from: left + 6, to: Self.right - 6),
      y: PlotScale(range: yRange, scale: plot.y.scale, from: top + Self.plotHeight, to: top))
  }

  private var bottom: Double { top + Self.plotHeight }

  func svg(id: String, title: String, description: String) -> HTML {
    drawing(
      id: id, width: Self.width, height: bottom + 46, title: title, description: description
    ) {
      legend.html
      axes
      rules
      for curve in curves where curve.isReference {
        curve.drawn(along: scales.runs(of: curve.series), limit: Self.pointLimit)
      }
      for curve in curves where !curve.isReference {
        curve.drawn(along: scales.runs(of: curve.series), limit: Self.pointLimit)
      }
      ruleNames
      if !hasPoints {
        label(
          "no finite values to draw", x: (left + Self.right) / 2, y: (top + bottom) / 2,
          anchor: .middle, style: "name")
      }
    }
  }

  // MARK: - Axes

  private var axes: HTML {
    var html = HTML.empty
    for tick in scales.y.range.ticks {
      guard let y = scales.y(tick.value) else { continue }
      html += line(left, y, Self.right, y, style: "grid")
      html += label(tick.label, x: left - 8, y: y + 4.5, anchor: .end, style: "tick")
    }
    html += line(left, bottom, Self.right, bottom, style: "axis")
    var free = -Double.infinity
    for tick in scales.x.range.ticks {
      guard let x = scales.x(tick.value) else { continue }
      html += line(x, bottom, x, bottom + 5, style: "axis")
      let half = textWidth(tick.label) / 2
      guard x - half > free else { continue }
      free = x + half + 8
      html += label(tick.label, x: x, y: bottom + 19, anchor: .middle, style: "tick")
    }
    html += label(plot.y.name, x: 4, y: top - 14, style: "name")
    html += label(
      plot.x.name, x: (left + Self.right) / 2, y: bottom + 40, anchor: .middle, style: "name")
    return html
  }

  // MARK: - Rules

  private var rules: HTML {
    plot.rules.map { rule in
      scales.y(rule.y).map { line(left, $0, Self.right, $0, style: "rule") } ?? .empty
    }.joined()
  }

  private var ruleNames: HTML {
    plot.rules.map { rule in
      guard let y = scales.y(rule.y) else { return .empty }
      let name = shortened(rule.name, to: 60)
      let place = quietestPlace(width: textWidth(name), y: y)
      return label(name, x: place.x, y: place.y, style: "rule-name")
    }.joined()
  }

  /// Above or below the line, at its right, its middle or its left: where the fewest points of
  /// curves are in the way.
  private func quietestPlace(width: Double, y: Double) -> Point {
    let baselines = [y - 6, y + 15].filter { $0 > top + 10 && $0 < bottom - 3 }
    let starts = [Self.right - 8 - width, (left + Self.right - width) / 2, left + 8]
    let places = starts.flatMap { x in baselines.map { Point(x: x, y: $0) } }
    let points = curves.flatMap { scales.runs(of: $0.series).joined() }
    return quietest(of: places, width: width, among: points) ?? Point(x: starts[0], y: y - 6)
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
