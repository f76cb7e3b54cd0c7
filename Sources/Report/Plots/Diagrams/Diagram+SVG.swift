import Transcripts

extension Diagram {
  /// Frames beneath, then the connections, then the nodes and the words.
  ///
  /// A drawing of some four hundred units stays legible on a phone, and grows a little where there is
  /// room.
  func svg(id: String, title: String, description: String) -> HTML {
    let layout = DiagramLayout(self)
    let (bounds, dots) = (layout.bounds, layout.dots)
    return drawing(
      id: id, width: bounds.width, height: bounds.height,
      minimumWidth: bounds.width * 0.72, maximumWidth: min(672, bounds.width * 1.3), title: title,
      description: description
    ) {
      let origin = "translate(\(coordinate(-bounds.left)) \(coordinate(-bounds.top)))"
      tag("g", ["transform": origin]) {
        for frame in layout.frames { frameHTML(frame) }
        // What the picture is about is drawn last, over what runs along it.
        for tone in [Tone.quiet, .plain, .third, .second, .main] {
          for wire in layout.wires where wire.edge.tone == tone { wire.html(dots: dots) }
        }
        for dot in dots {
          tag(
            "circle",
            ["class": "joint", "cx": coordinate(dot.x), "cy": coordinate(dot.y), "r": "3.4"])
        }
        for node in layout.nodes { node.html }
        for label in layout.labels {
          // First the paper around the letters, so that no line crosses them.
          for style in ["wire-halo", "wire-name"] {
            Report.label(
              label.text, x: label.box.middle.x, y: label.box.bottom - 3, anchor: .middle,
              style: style)
          }
        }
      }
    }
  }

  private func frameHTML(_ frame: (label: String, box: DiagramBox)) -> HTML {
    let name = DiagramLayout.name(of: frame)
    return tag(
      "rect",
      [
        "class": "group", "x": coordinate(frame.box.left), "y": coordinate(frame.box.top),
        "width": coordinate(frame.box.width), "height": coordinate(frame.box.height), "rx": "8",
      ])
      + (frame.label.isEmpty
        ? .empty : label(frame.label, x: name.left, y: name.bottom - 3, style: "rule-name"))
  }

  /// Every connection in a row: from where, to where, and what it carries.
  var connections: (table: Table, note: String?) {
    let names = Dictionary(
      nodes.map { ($0.id, $0.spokenName) }, uniquingKeysWith: { first, _ in first })
    let hasLabels = edges.contains { $0.label?.isEmpty == false }
    let table = Table(
      columns: ["from", "to"] + (hasLabels ? ["carries"] : []),
      rows: edges.map { edge in
        let label = edge.label ?? ""
        return [names[edge.from] ?? edge.from, names[edge.to] ?? edge.to]
          + (hasLabels ? [label.isEmpty ? "–" : label] : [])
      })
    let notes = groups.filter { !$0.label.isEmpty }.map { group in
      "\(group.label): \(group.members.map { names[$0] ?? $0 }.joined(separator: ", "))."
    }
    return (table, notes.isEmpty ? nil : notes.joined(separator: " "))
  }
}

extension Diagram.Node {
  fileprivate var spokenName: String {
    if let name, !name.isEmpty { return name }
    return label.isEmpty ? id : label
  }
}
