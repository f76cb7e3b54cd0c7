import Transcripts

/// One curve, ready to draw.
struct Curve {
  var series: LinePlot.Series
  /// Its colour, its dash pattern and its marker.
  var style: Int
  var name: String

  var isReference: Bool { series.role == .reference }
  var lineClass: String { "curve c\(style % 6)" + (isReference ? " ref" : "") }
  var markerClass: String { "end c\(style % 6)" + (isReference ? " ref" : "") }

  init(_ series: LinePlot.Series, style: Int) {
    self.series = series
    self.style = style
    let name = shortened(series.name, to: 40)
    let saysSo = series.role == .student || series.name.lowercased().contains("reference")
    self.name = saysSo ? name : name.isEmpty ? "reference" : "\(name) (reference)"
  }

  /// The series as curves: the student's take the styles in order, a reference shares its partner's,
  /// which is the one of its name, or the one at its place where each has one.
  static func curves(of all: [LinePlot.Series]) -> [Curve] {
    let students = all.filter { $0.role == .student }
    let isPaired = students.count * 2 == all.count
    var next = students.count
    var student = 0
    var reference = 0
    return all.map { series in
      guard series.role == .reference else {
        defer { student += 1 }
        return Curve(series, style: student)
      }
      defer { reference += 1 }
      let partner =
        students.firstIndex { $0.name == series.name } ?? (isPaired ? reference : nil)
      if partner == nil { next += 1 }
      return Curve(series, style: partner ?? next - 1)
    }
  }
}

/// Two axes on which curves are drawn.
struct CurveScales {
  var x: PlotScale
  var y: PlotScale

  /// The series' points in coordinates, cut where one has no place.
  func runs(of series: LinePlot.Series) -> [[Point]] {
    var runs: [[Point]] = [[]]
    for (x, y) in zip(series.x, series.y) {
      if let x = self.x(x), let y = self.y(y) {
        runs[runs.count - 1].append(Point(x: x, y: y))
      } else if runs[runs.count - 1].isEmpty == false {
        runs.append([])
      }
    }
    return runs.filter { !$0.isEmpty }
  }
}

extension Curve {
  /// The curve along `runs`, with a marker at its end and wherever a point stands alone.
  ///
  /// - Parameters:
  ///   - limit: about how many points are drawn at most.
  ///   - marksEnd: `false` for a curve whose end is not in the drawing.
  func drawn(along runs: [[Point]], limit: Int, marksEnd: Bool = true) -> HTML {
    let total = max(1, runs.map(\.count).reduce(0, +))
    var html = HTML.empty
    var path = ""
    // Beyond this many gaps a curve is noise, and its page would be megabytes.
    for run in runs.prefix(limit) {
      guard run.count > 1 else {
        html += marker(style, at: run[0], style: markerClass)
        continue
      }
      let share = max(4, limit * run.count / total)
      for (index, point) in decimated(run, limit: share).enumerated() {
        path += index == 0 ? "M" : index == 1 ? "L" : " "
        path += "\(coordinate(point.x)) \(coordinate(point.y))"
      }
    }
    if !path.isEmpty { html = tag("path", ["class": lineClass, "d": path]) + html }
    if marksEnd, let run = runs.last, let last = run.last, run.count > 1 {
      html += marker(style, at: last, style: markerClass)
    }
    return html
  }
}

extension AxisRange {
  static func fitting(
    _ values: some Sequence<Double>, scale: LinePlot.Axis.Scale, count: Int, snapsEnds: Bool
  ) -> AxisRange {
    switch scale {
    case .linear: linear(values, count: count, snapsEnds: snapsEnds)
    case .logarithmic: logarithmic(values, count: count)
    }
  }
}

extension LinePlot.Axis {
  /// "loss, nats per sequence", and on which scale if it is not the usual one.
  var name: String {
    let scale = scale == .logarithmic ? " (log scale)" : ""
    return shortened(label + (unit.map { ", \($0)" } ?? ""), to: 70) + scale
  }
}
