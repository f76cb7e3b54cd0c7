import Transcripts

/// The names of curves and rules, each behind a piece of its line.
struct Legend {
  private(set) var html = HTML.empty
  private(set) var height = 0.0

  private static let rowHeight = 21.0

  /// - Parameter width: the drawing's, which the rows do not pass.
  init(_ curves: [Curve], rules: [LinePlot.Rule] = [], width: Double) {
    let samples = curves.map(Sample.curve) + rules.map(Sample.rule)
    var x = 4.0
    var y = 15.0
    for sample in samples where !sample.name.isEmpty {
      let length = 36 + textWidth(sample.name) + 14
      if x > 4, x + length > width {
        x = 4
        y += Self.rowHeight
      }
      html += sample.line(from: x, y: y - 4)
      html += label(sample.name, x: x + 35, y: y, style: "name")
      x += length
      height = y + 6
    }
  }

  private enum Sample {
    case curve(Curve)
    case rule(LinePlot.Rule)

    var name: String {
      switch self {
      case .curve(let curve): curve.name
      case .rule(let rule): shortened(rule.name, to: 40)
      }
    }

    func line(from x: Double, y: Double) -> HTML {
      switch self {
      case .curve(let curve):
        Report.line(x, y, x + 26, y, style: curve.lineClass)
          + marker(curve.style, at: Point(x: x + 26, y: y), style: curve.markerClass)
      case .rule: Report.line(x, y, x + 26, y, style: "rule")
      }
    }
  }
}
