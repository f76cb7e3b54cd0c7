import Transcripts

/// A node with its size in the drawing.
struct DiagramNode {
  let node: Diagram.Node
  let box: DiagramBox

  private static let lineHeight = 15.0

  init(_ node: Diagram.Node, unit: Double) {
    self.node = node
    let lines = [node.label, node.note ?? ""].filter { !$0.isEmpty }
    let text = lines.map { textWidth(shortened($0, to: 40)) }.max() ?? 0
    let height = Double(max(1, lines.count)) * Self.lineHeight
    let (width, full): (Double, Double) =
      switch node.shape {
      case .box: (text + 16, height + 12)
      case .pill: (text + 20, height + 11)
      case .circle: (max(26, text + 12, height + 10), max(26, text + 12, height + 10))
      case .text: (text + 6, height + 4)
      }
    box = DiagramBox(
      middle: Point(x: node.at.x * unit, y: node.at.y * unit),
      width: node.width.map { $0 * unit } ?? width, height: node.height.map { $0 * unit } ?? full)
  }

  // MARK: - Where edges meet it

  /// The place on the outline that faces a point: straight ahead, if the point is beside it.
  func port(facing point: Point) -> Point {
    let (middle, dx, dy) = (box.middle, point.x - box.middle.x, point.y - box.middle.y)
    let (halfWidth, halfHeight) = (box.width / 2, box.height / 2)
    if node.shape == .circle { return circlePort(dx, dy) }
    let side = dy < 0 ? -1.0 : 1
    if abs(dx) < halfWidth, abs(dy) >= halfHeight {
      return Point(x: point.x, y: middle.y + side * halfHeight)
    }
    if abs(dy) < halfHeight, abs(dx) >= halfWidth {
      return Point(x: middle.x + (dx < 0 ? -halfWidth : halfWidth), y: point.y)
    }
    guard dx != 0 || dy != 0 else { return middle }
    let share = min(
      dx == 0 ? .infinity : halfWidth / abs(dx), dy == 0 ? .infinity : halfHeight / abs(dy))
    return Point(x: middle.x + dx * share, y: middle.y + dy * share)
  }

  private func circlePort(_ dx: Double, _ dy: Double) -> Point {
    let (middle, radius) = (box.middle, min(box.width, box.height) / 2)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 1e-9 else { return middle }
    return Point(x: middle.x + dx / length * radius, y: middle.y + dy / length * radius)
  }

  // MARK: - Drawing

  var html: HTML {
    outline + words
  }

  private var outline: HTML {
    let style = "node \(node.tone.rawValue)"
    let radius: Double
    switch node.shape {
    case .text: return .empty
    case .circle: radius = min(box.width, box.height) / 2
    case .box: radius = 4
    case .pill: radius = min(box.width, box.height) / 2
    }
    // A circle of two sizes is a pill.
    let side = node.shape == .circle ? radius * 2 : nil
    let (width, height) = (side ?? box.width, side ?? box.height)
    return tag(
      "rect",
      [
        "class": style, "x": coordinate(box.middle.x - width / 2),
        "y": coordinate(box.middle.y - height / 2), "width": coordinate(width),
        "height": coordinate(height), "rx": coordinate(radius),
      ])
  }

  /// A sign alone in a circle, × or +, which is small at the size of words.
  private var isOperator: Bool { node.shape == .circle && node.label.count == 1 }

  private var words: HTML {
    let note = node.note ?? ""
    let hasBoth = !note.isEmpty && !node.label.isEmpty
    let middle = box.middle
    var html = HTML.empty
    if !node.label.isEmpty {
      html += Report.label(
        shortened(node.label, to: 40), x: middle.x,
        y: middle.y + (hasBoth ? -3 : isOperator ? 5.5 : 4.5), anchor: .middle,
        style: isOperator ? "operator" : node.tone == .quiet ? "tick" : nil)
    }
    if !note.isEmpty {
      html += Report.label(
        shortened(note, to: 40), x: middle.x, y: middle.y + (hasBoth ? 12.5 : 4.5), anchor: .middle,
        style: "tick")
    }
    return html
  }
}
