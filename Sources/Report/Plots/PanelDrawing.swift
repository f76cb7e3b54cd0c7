import Transcripts

/// One of the little plots.
struct PanelDrawing {
  let panel: SmallMultiples.Panel
  let curves: [Curve]
  let rules: [LinePlot.Rule]
  let frame: Frame
  let scales: CurveScales
  let hasYNumbers: Bool
  let hasXNumbers: Bool
  let pointLimit: Int

  private static let lineHeight = 17.0

  var html: HTML {
    let framed = curves.map {
      FramedCurve(scales.runs(of: $0.series), within: frame.top...frame.bottom)
    }
    let isEmpty = framed.allSatisfy { $0.runs.isEmpty && $0.exits.isEmpty }
    // Without its grid, whose lines would strike the words through.
    var html = axes(hasGrid: !isEmpty)
    if isEmpty { return html + reason }
    for rule in rules {
      guard let y = scales.y(rule.y), (frame.top...frame.bottom).contains(y) else { continue }
      html += line(frame.left, y, frame.right, y, style: "rule")
    }
    let all = Array(zip(curves, framed))
    for (curve, framed) in all.filter(\.0.isReference) + all.filter({ !$0.0.isReference }) {
      html += curve.drawn(along: framed.runs, limit: pointLimit, marksEnd: framed.endsInside)
      html += exits(of: framed, style: curve.markerClass)
    }
    return html + remark(beside: framed.flatMap { $0.runs.joined() } + rulePoints)
  }

  /// The rules as points, for words to keep away from.
  private var rulePoints: [Point] {
    rules.compactMap { scales.y($0.y) }.flatMap { y in
      stride(from: frame.left, through: frame.right, by: 8).map { Point(x: $0, y: y) }
    }
  }

  // MARK: - Axes

  private func axes(hasGrid: Bool) -> HTML {
    var html = HTML.empty
    for tick in scales.y.range.ticks {
      guard let y = scales.y(tick.value) else { continue }
      if hasGrid { html += line(frame.left, y, frame.right, y, style: "grid") }
      guard hasYNumbers else { continue }
      html += label(tick.label, x: frame.left - 8, y: y + 4.5, anchor: .end, style: "tick")
    }
    html += line(frame.left, frame.top, frame.right, frame.top, style: "grid")
    html += line(frame.left, frame.bottom, frame.right, frame.bottom, style: "axis")
    var free = -Double.infinity
    for tick in scales.x.range.ticks {
      guard let x = scales.x(tick.value) else { continue }
      html += line(x, frame.bottom, x, frame.bottom + 4, style: "axis")
      let half = textWidth(tick.label) / 2
      guard hasXNumbers, x - half > free else { continue }
      free = x + half + 8
      html += label(tick.label, x: x, y: frame.bottom + 18, anchor: .middle, style: "tick")
    }
    return html
  }

  // MARK: - Exits

  /// Arrowheads outside the frame; of a curve that leaves again and again, one in a while.
  private func exits(of curve: FramedCurve, style: String) -> HTML {
    var html = HTML.empty
    for isAbove in [true, false] {
      var free = -Double.infinity
      for exit in curve.exits where exit.isAbove == isAbove && exit.x > free {
        free = exit.x + 12
        let (base, tip) = isAbove ? (frame.top - 1, -6.5) : (frame.bottom + 1, 6.5)
        let (x, y) = (coordinate(exit.x), coordinate(base))
        html += tag("path", ["class": style, "d": "M\(x) \(y)m-4 0h8l-4 \(coordinate(tip))Z"])
      }
    }
    return html
  }

  // MARK: - Words

  /// Why there is nothing to see.
  private var reason: HTML {
    let note = panel.note ?? ""
    let lines = wrapped(note.isEmpty ? "no finite values" : note, width: frame.width - 16, lines: 3)
    let first = (frame.top + frame.bottom - Double(lines.count - 1) * Self.lineHeight) / 2 + 4.5
    return lines.enumerated().map { index, text in
      label(
        text, x: frame.middle, y: first + Double(index) * Self.lineHeight, anchor: .middle,
        style: "rule-name")
    }.joined()
  }

  /// The note in the corner where the curves leave most room.
  private func remark(beside points: [Point]) -> HTML {
    guard let note = panel.note, !note.isEmpty else { return .empty }
    let text = fitted(note, to: frame.width - 14)
    let width = textWidth(text)
    let corners = [frame.right - 7 - width, frame.left + 7].flatMap { x in
      [frame.top + 16, frame.bottom - 8].map { Point(x: x, y: $0) }
    }
    guard let place = quietest(of: corners, width: width, among: points) else { return .empty }
    return label(text, x: place.x, y: place.y, style: "rule-name")
  }
}

/// `text` in lines of at most this width, broken between words, the last with an ellipsis if more
/// would follow.
func wrapped(_ text: String, width: Double, lines limit: Int) -> [String] {
  var lines: [String] = []
  for word in text.split(whereSeparator: \.isWhitespace).map(String.init) {
    let longer = lines.last.map { "\($0) \(word)" } ?? word
    if lines.isEmpty || (lines.count < limit && textWidth(longer) > width) {
      lines.append(word)
    } else {
      lines[lines.count - 1] = longer
    }
  }
  return lines.map { fitted($0, to: width) }
}
