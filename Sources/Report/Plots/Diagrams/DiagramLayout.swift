import Transcripts

/// Where everything of a diagram stands in its drawing.
struct DiagramLayout {
  let nodes: [DiagramNode]
  let wires: [DiagramWire]
  let frames: [(label: String, box: DiagramBox)]
  let labels: [DiagramLabels.Placed]
  let bounds: DiagramBox

  /// A unit of the grid in those of the drawing: a box with a word is two units wide.
  static let unit = 40.0
  private static let margin = 6.0

  init(_ diagram: Diagram) {
    nodes = diagram.nodes.map { DiagramNode($0, unit: Self.unit) }
    let byID = Dictionary(nodes.map { ($0.node.id, $0) }, uniquingKeysWith: { first, _ in first })
    wires = diagram.edges.compactMap { edge in
      guard let from = byID[edge.from], let to = byID[edge.to] else { return nil }
      return DiagramWire(edge, from: from, to: to, unit: Self.unit)
    }
    frames = diagram.groups.compactMap { group in
      let boxes = group.members.compactMap { byID[$0]?.box }
      guard let first = boxes.first else { return nil }
      var box = boxes.dropFirst().reduce(first) { $0.union($1) }.grown(by: 13)
      if !group.label.isEmpty {
        box.top -= 14
        box.right = max(box.right, box.left + textWidth(shortened(group.label, to: 40)) + 16)
      }
      return (shortened(group.label, to: 40), box)
    }
    let names = frames.filter { !$0.label.isEmpty }.map { Self.name(of: $0) }
    labels = DiagramLabels(wires, nodes: nodes.map(\.box), taken: names).placed

    let corners = wires.flatMap(\.points).map { DiagramBox(middle: $0, width: 4, height: 4) }
    let all = nodes.map(\.box) + frames.map(\.box) + labels.map(\.box) + corners
    let bounds = all.dropFirst().reduce(all.first) { $0?.union($1) }
    self.bounds = (bounds ?? DiagramBox(left: 0, top: 0, right: 240, bottom: 40))
      .grown(by: Self.margin)
  }

  /// Where the name of a frame stands: inside it, at its upper left.
  static func name(of frame: (label: String, box: DiagramBox)) -> DiagramBox {
    DiagramBox(
      left: frame.box.left + 8, top: frame.box.top + 4,
      right: frame.box.left + 8 + textWidth(frame.label), bottom: frame.box.top + 18)
  }

  /// Where a wire leaves another.
  var dots: [Point] {
    var dots: [Point] = []
    for wire in wires {
      for other in wires {
        for dot in wire.branches(from: other) where !dots.contains(where: dot.isNear) {
          dots.append(dot)
        }
      }
    }
    return dots
  }
}
