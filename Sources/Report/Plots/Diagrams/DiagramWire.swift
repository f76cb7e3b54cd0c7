import Transcripts

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// An edge as a line of the drawing, from outline to outline.
struct DiagramWire {
  let edge: Diagram.Edge
  /// From the middle of the first node to the middle of the last.
  let way: [Point]
  /// What is drawn: the way without what lies inside the nodes.
  let points: [Point]

  init(_ edge: Diagram.Edge, from: DiagramNode, to: DiagramNode, unit: Double) {
    self.edge = edge
    let bends = edge.bends.map { Point(x: $0.x * unit, y: $0.y * unit) }
    if let first = bends.first, let last = bends.last {
      way = [from.box.middle] + bends + [to.box.middle]
      points = [from.port(facing: first)] + bends + [to.port(facing: last)]
      return
    }
    // A straight line between two that overlap in one direction runs along the other.
    let (a, b) = Self.aligned(from.box, to.box)
    way = [from.box.middle, to.box.middle]
    points = [from.port(facing: b), to.port(facing: a)]
  }

  private static func aligned(_ a: DiagramBox, _ b: DiagramBox) -> (Point, Point) {
    var (from, to) = (a.middle, b.middle)
    if let x = shared(from.x, a.left...a.right, to.x, b.left...b.right) {
      (from.x, to.x) = (x, x)
    } else if let y = shared(from.y, a.top...a.bottom, to.y, b.top...b.bottom) {
      (from.y, to.y) = (y, y)
    }
    return (from, to)
  }

  /// The middle of one that is within the other.
  private static func shared(
    _ a: Double, _ aSpan: ClosedRange<Double>, _ b: Double, _ bSpan: ClosedRange<Double>
  ) -> Double? {
    bSpan.contains(a) ? a : aSpan.contains(b) ? b : nil
  }

  var segments: [(Point, Point)] { Array(zip(points, points.dropFirst())) }

  // MARK: - Drawing

  private static let (headLength, headWidth, cornerRadius) = (7.5, 3.6, 6.0)

  /// - Parameter dots: where others leave this one; corners there are sharp.
  func html(dots: [Point]) -> HTML {
    guard let end = points.last, let before = points.dropLast().last(where: { $0 != end }) else {
      return .empty
    }
    let (dx, dy) = (end.x - before.x, end.y - before.y)
    let length = (dx * dx + dy * dy).squareRoot()
    let (ux, uy) = (dx / length, dy / length)
    let base = Point(x: end.x - ux * Self.headLength, y: end.y - uy * Self.headLength)
    var path = ""
    // Inside the head, the line would be seen beside its tip.
    let line = points.dropLast() + [Point(x: base.x + ux * 2, y: base.y + uy * 2)]
    for (index, point) in line.enumerated() {
      let here = "\(coordinate(point.x)) \(coordinate(point.y))"
      guard index > 0 else {
        path += "M\(here)"
        continue
      }
      let isCorner = index < line.count - 1 && !dots.contains { $0.isNear(point) }
      guard isCorner else {
        path += "L\(here)"
        continue
      }
      let entry = point.moved(towards: line[index - 1], by: Self.cornerRadius)
      let exit = point.moved(towards: line[index + 1], by: Self.cornerRadius)
      path += "L\(coordinate(entry.x)) \(coordinate(entry.y))Q\(here) "
      path += "\(coordinate(exit.x)) \(coordinate(exit.y))"
    }
    let (wx, wy) = (-uy * Self.headWidth, ux * Self.headWidth)
    let head = [end, Point(x: base.x + wx, y: base.y + wy), Point(x: base.x - wx, y: base.y - wy)]
    let outline = head.map { "\(coordinate($0.x)) \(coordinate($0.y))" }.joined(separator: "L")
    let tone = edge.tone.rawValue
    return tag("path", ["class": "wire \(tone)", "d": path])
      + tag("path", ["class": "head \(tone)", "d": "M\(outline)Z"])
  }

  // MARK: - Branches

  /// The corners at which this wire leaves another that comes from the same node and goes on.
  func branches(from other: DiagramWire) -> [Point] {
    guard edge.from == other.edge.from else { return [] }
    return zip(way, zip(way.dropFirst(), way.dropFirst(2))).compactMap { before, next in
      let (corner, after) = next
      for (start, end) in zip(other.way, other.way.dropFirst())
      where corner.isBetween(start, end) && before.isOn(start, end) && !after.isOn(start, end) {
        return corner
      }
      return nil
    }
  }
}

extension Point {
  func isNear(_ other: Point) -> Bool { abs(x - other.x) < 0.5 && abs(y - other.y) < 0.5 }

  func distance(to other: Point) -> Double {
    ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
  }

  /// At most half of the way, so that two corners have room.
  fileprivate func moved(towards other: Point, by step: Double) -> Point {
    let length = distance(to: other)
    guard length > 0 else { return self }
    let share = min(step, length / 2) / length
    return Point(x: x + (other.x - x) * share, y: y + (other.y - y) * share)
  }

  /// On the straight line through both.
  func isOn(_ a: Point, _ b: Point) -> Bool {
    let length = a.distance(to: b)
    guard length > 0.5 else { return isNear(a) }
    return abs((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)) / length < 0.5
  }

  /// On the line, and not at an end of it.
  func isBetween(_ a: Point, _ b: Point) -> Bool {
    guard isOn(a, b), !isNear(a), !isNear(b) else { return false }
    return distance(to: a) + distance(to: b) < a.distance(to: b) + 0.5
  }
}
