import Transcripts

/// Finds a place for the name of each wire: beside it, off all nodes, other wires and other names.
struct DiagramLabels {
  struct Placed {
    var text: String
    var box: DiagramBox
  }

  private(set) var placed: [Placed] = []

  private let nodes: [DiagramBox]
  private let wires: [DiagramWire]

  init(_ wires: [DiagramWire], nodes: [DiagramBox], taken: [DiagramBox]) {
    self.nodes = nodes + taken
    self.wires = wires
    for wire in wires {
      let text = shortened(wire.edge.label ?? "", to: 40)
      guard !text.isEmpty else { continue }
      let places = places(along: wire, width: textWidth(text) + 2)
      // The first of the best: earlier ones are nearer to the middle of a longer stretch.
      let scored = places.enumerated().map { (cost: cost($1) + Double($0) * 0.02, box: $1) }
      guard let best = scored.min(by: { $0.cost < $1.cost }) else { continue }
      placed.append(Placed(text: text, box: best.box))
    }
  }

  /// What a name there would hide or be taken for.
  private func cost(_ box: DiagramBox) -> Double {
    var cost = 0.0
    for node in nodes where box.overlaps(node.grown(by: 2)) { cost += 8 }
    for other in placed where box.overlaps(other.box.grown(by: 2)) { cost += 8 }
    for wire in wires {
      for (a, b) in wire.segments where box.meets(a, b) { cost += 3 }
    }
    return cost
  }

  private static let height = 14.0

  /// Beside the straight stretches: first those that no other wire runs along, from the last backwards,
  /// then the longest.
  private func places(along wire: DiagramWire, width: Double) -> [DiagramBox] {
    let segments = wire.segments.filter { $0.0.distance(to: $0.1) > 8 }
    let own = segments.filter { !isShared($0, of: wire) }
    let others = segments.filter { isShared($0, of: wire) }.sorted {
      $0.0.distance(to: $0.1) > $1.0.distance(to: $1.1)
    }
    return (own.reversed() + others).prefix(4).flatMap { a, b -> [DiagramBox] in
      [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8].flatMap { share -> [DiagramBox] in
        let point = Point(x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share)
        let isLevel = abs(b.y - a.y) < abs(b.x - a.x) * 0.4
        // A slanted line is farther from a corner of the text than an upright one.
        let slant =
          isLevel ? 0 : min(12, abs((b.x - a.x) / max(1, abs(b.y - a.y))) * Self.height / 2)
        return [1.0, -1].map { side in
          let middle =
            isLevel
            ? Point(x: point.x, y: point.y - side * (Self.height / 2 + 4))
            : Point(x: point.x + side * (width / 2 + 4 + slant), y: point.y)
          return DiagramBox(middle: middle, width: width, height: Self.height)
        }
      }
    }
  }

  /// Another wire runs along the middle of it.
  private func isShared(_ segment: (Point, Point), of wire: DiagramWire) -> Bool {
    let (a, b) = segment
    return [0.25, 0.5, 0.75].contains { share in
      let point = Point(x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share)
      return wires.contains { other in
        other.edge != wire.edge
          && other.segments.contains { point.isBetween($0, $1) && a.isOn($0, $1) }
      }
    }
  }
}
