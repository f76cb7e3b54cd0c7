import Transcripts

extension LinePlot {
  /// Curves on common axes: the reference beneath and thin, the student's on top, each with a dash
  /// pattern and an end of its own, so that colour is never the only difference.
  func svg(id: String, title: String, description: String) -> HTML {
    LinePlotDrawing(self).svg(id: id, title: title, description: description)
  }
}

/// One curve, ready to draw.
private struct Curve {
  var series: LinePlot.Series
  /// Its colour and its marker.
  var style: Int
  var name: String

  var isReference: Bool { series.role == .reference }
  var lineClass: String { "curve c\(style % 6)" + (isReference ? " ref" : "") }
  var markerClass: String { "end c\(style % 6)" + (isReference ? " ref" : "") }
}

private struct LinePlotDrawing {
  let plot: LinePlot
  let curves: [Curve]
  let legend: Legend
  let xScale: PlotScale
  let yScale: PlotScale
  let top: Double
  let left: Double

  static let width = 640.0
  static let plotHeight = 270.0
  static let right = width - 20
  /// A curve of this many points is as exact as the drawing is wide.
  static let pointLimit = 400

  init(_ plot: LinePlot) {
    self.plot = plot
    curves = Self.curves(of: plot)
    legend = Legend(curves.filter { !$0.isReference } + curves.filter(\.isReference))
    top = 34 + legend.height
    let xValues = plot.series.lazy.flatMap { zip($0.x, $0.y).map(\.0) }
    let yValues = plot.series.lazy.flatMap(\.y) + plot.rules.map(\.y)
    let yRange = AxisRange.fitting(yValues, scale: plot.y.scale, count: 5, snapsEnds: true)
    let xRange = AxisRange.fitting(xValues, scale: plot.x.scale, count: 7, snapsEnds: false)
    left = 16 + (yRange.ticks.map { textWidth($0.label) }.max() ?? 0)
    xScale = PlotScale(range: xRange, scale: plot.x.scale, from: left + 6, to: Self.right - 6)
    yScale = PlotScale(
      range: yRange, scale: plot.y.scale, from: top + Self.plotHeight, to: top)
  }

  private var bottom: Double { top + Self.plotHeight }

  /// Student's curves take the styles in order; a reference shares its partner's.
  private static func curves(of plot: LinePlot) -> [Curve] {
    let students = plot.series.filter { $0.role == .student }
    let isPaired = students.count * 2 == plot.series.count
    var next = students.count
    var student = 0
    var reference = 0
    return plot.series.map { series in
      guard series.role == .reference else {
        defer { student += 1 }
        return Curve(series: series, style: student, name: shortened(series.name, to: 40))
      }
      defer { reference += 1 }
      let partner =
        students.firstIndex { $0.name == series.name } ?? (isPaired ? reference : nil)
      if partner == nil { next += 1 }
      let isNamed = series.name.lowercased().contains("reference")
      let name = shortened(series.name, to: 40) + (isNamed ? "" : " (reference)")
      return Curve(series: series, style: partner ?? next - 1, name: name)
    }
  }

  func svg(id: String, title: String, description: String) -> HTML {
    drawing(
      id: id, width: Self.width, height: bottom + 46, title: title, description: description
    ) {
      legend.html
      axes
      rules
      for curve in curves where curve.isReference { draw(curve) }
      for curve in curves where !curve.isReference { draw(curve) }
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
    for tick in yScale.range.ticks {
      guard let y = yScale(tick.value) else { continue }
      html += line(left, y, Self.right, y, style: "grid")
      html += label(tick.label, x: left - 8, y: y + 4.5, anchor: .end, style: "tick")
    }
    html += line(left, bottom, Self.right, bottom, style: "axis")
    var free = -Double.infinity
    for tick in xScale.range.ticks {
      guard let x = xScale(tick.value) else { continue }
      html += line(x, bottom, x, bottom + 5, style: "axis")
      let half = textWidth(tick.label) / 2
      guard x - half > free else { continue }
      free = x + half + 8
      html += label(tick.label, x: x, y: bottom + 19, anchor: .middle, style: "tick")
    }
    html += label(Self.name(plot.y), x: 4, y: top - 14, style: "name")
    html += label(
      Self.name(plot.x), x: (left + Self.right) / 2, y: bottom + 40, anchor: .middle, style: "name")
    return html
  }

  private static func name(_ axis: LinePlot.Axis) -> String {
    let scale = axis.scale == .logarithmic ? " (log scale)" : ""
    return shortened(axis.label + (axis.unit.map { ", \($0)" } ?? ""), to: 70) + scale
  }

  // MARK: - Rules

  private var rules: HTML {
    plot.rules.map { rule in
      yScale(rule.y).map { line(left, $0, Self.right, $0, style: "rule") } ?? .empty
    }.joined()
  }

  private var ruleNames: HTML {
    plot.rules.map { rule in
      guard let y = yScale(rule.y) else { return .empty }
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
    let points = curves.flatMap { runs(of: $0.series).joined() }
    func crowd(_ place: Point) -> Int {
      points.count {
        abs($0.x - place.x - width / 2) < width / 2 + 6 && abs($0.y - place.y + 5) < 11
      }
    }
    return places.min { crowd($0) < crowd($1) } ?? Point(x: starts[0], y: y - 6)
  }

  // MARK: - Curves

  private var hasPoints: Bool { curves.contains { !runs(of: $0.series).isEmpty } }

  /// The series' points in coordinates, cut where one has no place.
  private func runs(of series: LinePlot.Series) -> [[Point]] {
    var runs: [[Point]] = [[]]
    for (x, y) in zip(series.x, series.y) {
      if let x = xScale(x), let y = yScale(y) {
        runs[runs.count - 1].append(Point(x: x, y: y))
      } else if runs[runs.count - 1].isEmpty == false {
        runs.append([])
      }
    }
    return runs.filter { !$0.isEmpty }
  }

  private func draw(_ curve: Curve) -> HTML {
    let runs = runs(of: curve.series)
    let total = max(1, runs.map(\.count).reduce(0, +))
    var html = HTML.empty
    var path = ""
    // Beyond this many gaps a curve is noise, and its page would be megabytes.
    for run in runs.prefix(Self.pointLimit) {
      guard run.count > 1 else {
        html += marker(curve.style, at: run[0], style: curve.markerClass)
        continue
      }
      let share = max(4, Self.pointLimit * run.count / total)
      for (index, point) in decimated(run, limit: share).enumerated() {
        path += index == 0 ? "M" : index == 1 ? "L" : " "
        path += "\(coordinate(point.x)) \(coordinate(point.y))"
      }
    }
    if !path.isEmpty { html = tag("path", ["class": curve.lineClass, "d": path]) + html }
    if let run = runs.last, let last = run.last, run.count > 1 {
      html += marker(curve.style, at: last, style: curve.markerClass)
    }
    return html
  }
}

extension AxisRange {
  fileprivate static func fitting(
    _ values: some Sequence<Double>, scale: LinePlot.Axis.Scale, count: Int, snapsEnds: Bool
  ) -> AxisRange {
    switch scale {
    case .linear: linear(values, count: count, snapsEnds: snapsEnds)
    case .logarithmic: logarithmic(values, count: count)
    }
  }
}

/// The names of the curves, each behind a piece of its line.
private struct Legend {
  private(set) var html = HTML.empty
  private(set) var height = 0.0

  private static let rowHeight = 21.0

  init(_ curves: [Curve]) {
    let named = curves.filter { !$0.name.isEmpty }
    guard !named.isEmpty else { return }
    var x = 4.0
    var y = 15.0
    for curve in named {
      let width = 36 + textWidth(curve.name) + 14
      if x > 4, x + width > LinePlotDrawing.width {
        x = 4
        y += Self.rowHeight
      }
      html += line(x, y - 4, x + 26, y - 4, style: curve.lineClass)
      html += marker(curve.style, at: Point(x: x + 26, y: y - 4), style: curve.markerClass)
      html += label(curve.name, x: x + 35, y: y, style: "name")
      x += width
    }
    height = y + 6
  }
}
