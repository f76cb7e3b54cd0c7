import Transcripts

extension Histogram {
  /// Bars from zero, each with its count where there is room.
  func svg(
    id: String, room: DrawingRoom? = nil, title: String, description: String
  ) -> HTML {
    HistogramDrawing(self, room: room).svg(id: id, title: title, description: description)
  }

  /// At most a hundred bars: of more, neighbours are put together and their counts added.
  var drawnBars: [Bar] {
    let size = barsPerBar
    guard size > 1 else { return bars }
    return stride(from: 0, to: bars.count, by: size).map { start in
      let group = bars[start..<min(bars.count, start + size)]
      let counts = group.map(\.count).filter(\.isDrawable)
      let label = "\(group.first?.label ?? "")–\(group.last?.label ?? "")"
      return Bar(label, counts.isEmpty ? .nan : counts.reduce(0, +))
    }
  }

  var barsPerBar: Int { (bars.count + 99) / 100 }
}

private struct HistogramDrawing {
  let histogram: Histogram
  let bars: [Histogram.Bar]
  let yScale: PlotScale
  let left: Double

  private let room: DrawingRoom?
  private let width: Double

  static let top = 40.0
  static let bottom = 260.0

  init(_ histogram: Histogram, room: DrawingRoom?) {
    self.histogram = histogram
    self.room = room
    width = (room ?? .wide).width
    bars = histogram.drawnBars
    let range = AxisRange.linear(bars.map(\.count) + [0], count: 5, snapsEnds: true)
    yScale = PlotScale(range: range, scale: .linear, from: Self.bottom, to: Self.top)
    left = 16 + (range.ticks.map { textWidth($0.label) }.max() ?? 0)
  }

  private var pitch: Double { (width - 12 - left) / Double(max(1, bars.count)) }

  func svg(id: String, title: String, description: String) -> HTML {
    drawing(
      id: id, room: room, width: width, height: Self.bottom + 46, title: title,
      description: description
    ) {
      for tick in yScale.range.ticks {
        if let y = yScale(tick.value) {
          line(left, y, width - 12, y, style: "grid")
          label(tick.label, x: left - 8, y: y + 4.5, anchor: .end, style: "tick")
        }
      }
      for (index, bar) in bars.enumerated() { draw(bar, index) }
      if let zero = yScale(0) { line(left, zero, width - 12, zero, style: "axis") }
      names
      label(fitted(histogram.yLabel, to: width - 8), x: 4, y: 16, style: "name")
      label(
        fitted(histogram.xLabel, to: width - left), x: (left + width - 12) / 2, y: Self.bottom + 40,
        anchor: .middle, style: "name")
      if bars.isEmpty {
        label("no values to draw", x: width / 2, y: 150, anchor: .middle, style: "name")
      }
    }
  }

  private func draw(_ bar: Histogram.Bar, _ index: Int) -> HTML {
    guard let y = yScale(bar.count), let zero = yScale(0) else { return .empty }
    let gap = min(6, pitch * 0.18)
    let x = left + Double(index) * pitch + gap / 2
    let rectangle = tag(
      "rect",
      [
        "class": "bar", "x": coordinate(x), "y": coordinate(min(y, zero)),
        "width": coordinate(pitch - gap), "height": coordinate(abs(zero - y)),
      ])
    let text = numberText(bar.count)
    guard bar.count != 0, textWidth(text) < pitch else { return rectangle }
    return rectangle
      + label(
        text, x: x + (pitch - gap) / 2, y: min(y, zero) - 5, anchor: .middle, style: "tick")
  }

  private var names: HTML {
    let short = bars.map { shortened($0.label, to: 14) }
    let widest = short.map { textWidth($0) }.max() ?? 0
    let every = thinning(of: bars.count, pitch: pitch, need: widest + 6)
    return short.enumerated().filter { $0.offset % every == 0 }.map { index, name in
      label(
        name, x: left + (Double(index) + 0.5) * pitch, y: Self.bottom + 18, anchor: .middle,
        style: "tick")
    }.joined()
  }
}
