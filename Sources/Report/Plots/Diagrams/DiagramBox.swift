/// A rectangle of the drawing, to see what would overlap.
struct DiagramBox: Equatable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  init(left: Double, top: Double, right: Double, bottom: Double) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  init(middle: Point, width: Double, height: Double) {
    self.init(
      left: middle.x - width / 2, top: middle.y - height / 2, right: middle.x + width / 2,
      bottom: middle.y + height / 2)
  }

  var width: Double { right - left }
  var height: Double { bottom - top }
  var middle: Point { Point(x: (left + right) / 2, y: (top + bottom) / 2) }

  func grown(by margin: Double) -> DiagramBox {
    DiagramBox(
      left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin)
  }

  func union(_ other: DiagramBox) -> DiagramBox {
    DiagramBox(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }

  func overlaps(_ other: DiagramBox) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  /// Whether the straight line between two points passes through it.
  func meets(_ a: Point, _ b: Point) -> Bool {
    // The part of the line, as shares of its length, that is within both pairs of sides.
    var (first, last) = (0.0, 1.0)
    for (from, to, low, high) in [(a.x, b.x, left, right), (a.y, b.y, top, bottom)] {
      let step = to - from
      if abs(step) < 1e-9 {
        if from <= low || from >= high { return false }
        continue
      }
      let (enter, leave) = ((low - from) / step, (high - from) / step)
      first = max(first, min(enter, leave))
      last = min(last, max(enter, leave))
    }
    return first < last
  }
}
