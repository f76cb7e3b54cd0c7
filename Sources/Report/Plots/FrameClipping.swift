/// What of a curve lies inside a frame, and where it leaves.
struct FramedCurve: Equatable {
  var runs: [[Point]] = []
  /// One for each stretch outside: where it begins, or where it ends if the curve begins outside.
  var exits: [Exit] = []
  /// Whether the last point of all is inside.
  var endsInside = false

  struct Exit: Equatable {
    var x: Double
    var isAbove: Bool
  }

  /// - Parameters:
  ///   - runs: points in coordinates, each run without gaps.
  ///   - frame: the lowest and the highest y inside; y grows downwards.
  init(_ runs: [[Point]], within frame: ClosedRange<Double>) {
    for run in runs {
      // Far outside, the slope of the line to there is the same to a pixel; 1e300 would overflow.
      add(run.map { Point(x: $0.x, y: min(max($0.y, -1e6), 1e6)) }, frame)
    }
  }

  private mutating func add(_ run: [Point], _ frame: ClosedRange<Double>) {
    guard let first = run.first else { return }
    var inside: [Point] = []
    var side = Side(first, frame)
    var isMarked = side == .inside
    if side == .inside { inside.append(first) }
    for (from, to) in zip(run, run.dropFirst()) {
      let next = Side(to, frame)
      if side != .inside, next != side {
        let entry = Self.crossing(from, to, at: side.edge(of: frame))
        if !isMarked { exits.append(Exit(x: entry.x, isAbove: side == .above)) }
        isMarked = true
        inside = [entry]
      }
      if next == .inside {
        inside.append(to)
      } else if next != side {
        let exit = Self.crossing(from, to, at: next.edge(of: frame))
        runs.append(inside + [exit])
        inside = []
        exits.append(Exit(x: exit.x, isAbove: next == .above))
        isMarked = true
      }
      side = next
    }
    if !inside.isEmpty { runs.append(inside) }
    // Never inside at all.
    if !isMarked { exits.append(Exit(x: first.x, isAbove: side == .above)) }
    endsInside = side == .inside
  }

  private static func crossing(_ from: Point, _ to: Point, at y: Double) -> Point {
    Point(x: from.x + (y - from.y) / (to.y - from.y) * (to.x - from.x), y: y)
  }

  private enum Side {
    case above, inside, below

    init(_ point: Point, _ frame: ClosedRange<Double>) {
      self =
        point.y < frame.lowerBound ? .above : point.y > frame.upperBound ? .below : .inside
    }

    func edge(of frame: ClosedRange<Double>) -> Double {
      self == .above ? frame.lowerBound : frame.upperBound
    }
  }
}
