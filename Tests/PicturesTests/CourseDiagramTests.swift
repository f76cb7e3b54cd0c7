import Foundation
import Pictures
import Recurrent
import Testing
import Transcripts

@testable import Report

/// The diagrams that the course draws, by name.
let courseDiagrams: [(name: String, make: @Sendable () throws -> Diagram)] = [
  ("lstm-cell", lstmCell), ("gru-cell", gruCell), ("lstm-gradient", lstmGradient),
  ("unrolled", { try unrolledNetwork(tokens: CountingTask.words(n: 3).dropLast()) }),
  (
    "unrolled-long",
    {
      try unrolledNetwork(
        tokens: CountingTask.words(n: 9),
        probabilities: (0..<19).map { [0.1, Double($0) / 20, 0.3, 0] },
        vocabulary: ["a", "b", "EOS", "UNK"])
    }
  ),
  (
    "gradient",
    {
      try unrolledGradient(
        tokens: CountingTask.words(n: 3).dropLast(), norms: [1e-5, 2e-3, 0.1, 0.4, 1, 12])
    }
  ),
  ("gradient-long", { try unrolledGradient(tokens: CountingTask.words(n: 9)) }),
  ("stacked", { try stackedNetwork(tokens: CountingTask.words(n: 3), layers: 2) }),
  ("bidirectional", { try bidirectionalNetwork(tokens: CountingTask.words(n: 3)) }),
]

@Suite("Diagrams of the course")
struct CourseDiagramTests {
  private static func diagram(_ name: String) throws -> Diagram {
    let entry = try #require(courseDiagrams.first { $0.name == name })
    return try entry.make()
  }

  @Test("no word lies on another, on a node or on a line", arguments: courseDiagrams.map(\.name))
  func legible(name: String) throws {
    let diagram = try Self.diagram(name)
    let layout = DiagramLayout(diagram)
    for (index, label) in layout.labels.enumerated() {
      for other in layout.labels.dropFirst(index + 1) {
        #expect(!label.box.overlaps(other.box), "\(label.text) lies on \(other.text)")
      }
      for node in layout.nodes {
        #expect(!label.box.overlaps(node.box), "\(label.text) lies on \(node.node.label)")
      }
      for wire in layout.wires {
        for (a, b) in wire.segments {
          #expect(!label.box.meets(a, b), "\(wire.edge.from)–\(wire.edge.to) cuts \(label.text)")
        }
      }
    }
    for (index, node) in layout.nodes.enumerated() {
      for other in layout.nodes.dropFirst(index + 1) {
        #expect(!node.box.overlaps(other.box), "\(node.node.label) lies on \(other.node.label)")
      }
      for wire in layout.wires where ![wire.edge.from, wire.edge.to].contains(node.node.id) {
        for (a, b) in wire.segments {
          #expect(
            !node.box.meets(a, b), "\(wire.edge.from)–\(wire.edge.to) cuts \(node.node.label)")
        }
      }
    }
  }

  @Test("drawings as they were", arguments: courseDiagrams.map(\.name))
  func golden(name: String) throws {
    let diagram = try Self.diagram(name)
    let html = figureHTML(.diagram(diagram), id: name).source
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden/\(name).svg.html")
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try Data(html.utf8).write(to: file)
    }
    // Read the difference with git after RECORD_GOLDEN=1.
    #expect(try String(contentsOf: file, encoding: .utf8) == html)
  }

  @Test("text is nine pixels high or more on a phone", arguments: courseDiagrams.map(\.name))
  func phone(name: String) throws {
    let diagram = try Self.diagram(name)
    // A page 400 pixels wide leaves 360 for a figure; names are 12.5 units high.
    #expect(12.5 * 360 / DiagramLayout(diagram).bounds.width >= 9)
  }
}
