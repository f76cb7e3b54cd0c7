import Foundation
import Testing
import Transcripts

@testable import Report

@Suite("Diagrams")
struct DiagramTests {
  /// Two boxes beside each other, a circle below, and an edge that leaves another.
  static func sample() throws -> Diagram {
    try Diagram(
      title: "Title", description: "Description",
      nodes: [
        .init("a", "input", note: "x", x: 0, y: 0), .init("b", "state", x: 4, y: 0, shape: .pill),
        .init("c", "×", name: "product", x: 2, y: 2, shape: .circle, tone: .main),
        .init("d", "words", x: 4, y: 2, shape: .text),
      ],
      edges: [
        .init("a", "b", "weight", tone: .main), .init("a", "c", bends: [.init(2, 0)]),
        .init("c", "d", tone: .third),
        .init("b", "b", "again", bends: [.init(5, -1), .init(5, 1)], tone: .quiet),
      ],
      groups: [.init("one step", members: ["a", "c"])])
  }

  private func diagram(
    _ nodes: [Diagram.Node], _ edges: [Diagram.Edge] = [], groups: [Diagram.Group] = []
  ) throws -> Diagram {
    try Diagram(title: "t", description: "d", nodes: nodes, edges: edges, groups: groups)
  }

  @Test("what cannot be drawn is refused, in words that name it")
  func errors() throws {
    let (a, b) = (Diagram.Node("a", "A", x: 0, y: 0), Diagram.Node("b", "B", x: 2, y: 0))
    #expect(throws: DiagramError.sameID("a")) { try diagram([a, a]) }
    #expect(throws: DiagramError.unknownNode("z", from: "a", to: "z")) {
      try diagram([a, b], [.init("a", "z")])
    }
    #expect(throws: DiagramError.flatLoop("a")) { try diagram([a], [.init("a", "a")]) }
    #expect(throws: DiagramError.unknownMember("z", group: "g")) {
      try diagram([a], groups: [.init("g", members: ["z"])])
    }
    #expect(throws: DiagramError.emptyGroup("g")) {
      try diagram([a], groups: [.init("g", members: [])])
    }
    #expect(throws: DiagramError.tooMany(nodes: 201, edges: 0)) {
      try diagram((0...200).map { .init("\($0)", "", x: 0, y: 0) })
    }
    for place in [Double.nan, .infinity, -1e9] {
      #expect(throws: DiagramError.offTheGrid("the node 'c'")) {
        try diagram([.init("c", "C", x: place, y: 0)])
      }
      #expect(throws: DiagramError.offTheGrid("a bend of the edge from 'a' to 'b'")) {
        try diagram([a, b], [.init("a", "b", bends: [.init(0, place)])])
      }
    }
    #expect(throws: DiagramError.self) { try diagram([.init("c", "C", x: 0, y: 0, width: 0)]) }
    let message = DiagramError.unknownNode("z", from: "a", to: "z").description
    #expect(message == "the edge from 'a' to 'z' names 'z', and there is no such node")
  }

  @Test("a diagram crosses the wire unharmed; a broken one is refused there too")
  func wire() throws {
    let figure = Figure.diagram(try Self.sample())
    let encoded = try JSONEncoder().encode(figure)
    #expect(try JSONDecoder().decode(Figure.self, from: encoded) == figure)
    let text = String(decoding: encoded, as: UTF8.self)
    let broken = text.replacing("\"to\":\"d\"", with: "\"to\":\"nowhere\"")
    #expect(broken != text)
    #expect(throws: DiagramError.unknownNode("nowhere", from: "c", to: "nowhere")) {
      try JSONDecoder().decode(Figure.self, from: Data(broken.utf8))
    }
  }

  @Test("its table lists every connection, its note every group")
  func table() throws {
    let (table, note) = Figure.diagram(try Self.sample()).data
    #expect(table.columns == ["from", "to", "carries"])
    #expect(
      table.rows == [
        ["input", "state", "weight"], ["input", "product", "–"], ["product", "words", "–"],
        ["state", "state", "again"],
      ])
    #expect(note == "one step: input, product.")
    let bare = try diagram(
      [.init("a", "A", x: 0, y: 0), .init("b", "", x: 2, y: 0)], [.init("a", "b")])
    #expect(bare.connections.table.columns == ["from", "to"])
    #expect(bare.connections.table.rows == [["A", "b"]])
  }

  @Test("a line ends at the outlines, and a dot marks where one leaves another")
  func geometry() throws {
    let layout = DiagramLayout(try Self.sample())
    let (a, b) = (layout.nodes[0].box, layout.nodes[1].box)
    #expect(layout.wires[0].points == [Point(x: a.right, y: 0), Point(x: b.left, y: 0)])
    let end = try #require(layout.wires[1].points.last)
    #expect(abs(end.x - 80) < 1e-9 && abs(end.y - layout.nodes[2].box.top) < 1e-9)
    #expect(layout.dots == [Point(x: 80, y: 0)])
    #expect(
      layout.nodes.allSatisfy { node in
        layout.bounds.left < node.box.left && node.box.right < layout.bounds.right
          && layout.bounds.top < node.box.top && node.box.bottom < layout.bounds.bottom
      })
  }

  @Test("a line that only touches a corner passes a box; one through it meets it")
  func boxes() {
    let box = DiagramBox(left: 0, top: 0, right: 10, bottom: 10)
    #expect(box.meets(Point(x: -5, y: 5), Point(x: 15, y: 5)))
    #expect(box.meets(Point(x: 5, y: 5), Point(x: 6, y: 6)))
    #expect(box.meets(Point(x: -1, y: -1), Point(x: 11, y: 11)))
    #expect(!box.meets(Point(x: -5, y: 10), Point(x: 15, y: 10)))
    #expect(!box.meets(Point(x: -5, y: 5), Point(x: -1, y: 5)))
    #expect(!box.meets(Point(x: -1, y: 1), Point(x: 1, y: -1)))
    #expect(!box.meets(Point(x: 20, y: 0), Point(x: 20, y: 10)))
    #expect(!box.overlaps(DiagramBox(left: 10, top: 0, right: 20, bottom: 10)))
    #expect(box.overlaps(DiagramBox(left: 9, top: 9, right: 20, bottom: 20)))
  }

  @Test("a name keeps off a node that stands beside the middle of its line")
  func labelPlaces() throws {
    let crowded = try diagram(
      [
        .init("a", "A", x: 0, y: 0), .init("b", "B", x: 0, y: 4),
        .init("c", "in the way", x: 0.8, y: 2, width: 1.2),
        .init("d", "here too", x: -0.8, y: 2, width: 1.2),
      ], [.init("a", "b", "name")])
    let layout = DiagramLayout(crowded)
    #expect(layout.labels.map(\.text) == ["name"])
    #expect(layout.nodes.allSatisfy { !$0.box.overlaps(layout.labels[0].box) })
    let box = layout.labels[0].box
    #expect(!layout.wires[0].segments.contains { box.meets($0, $1) })
  }

  @Test("hostile text stays text, and long text is cut")
  func hostile() throws {
    let attack = "\"><script>alert(1)</script>"
    let figure = Figure.diagram(
      try Diagram(
        title: attack, description: attack,
        nodes: [
          .init(attack, attack, note: attack, name: attack, x: 0, y: 0),
          .init("b", String(repeating: "word ", count: 50), x: 9, y: 0),
        ], edges: [.init(attack, "b", attack)], groups: [.init(attack, members: ["b"])]))
    let html = figureHTML(figure, id: "f").source
    #expect(!html.contains("<script") && html.contains("&lt;script&gt;"))
    #expect(!html.contains("word word word word word word word word word</text>"))
  }

  @Test("no nodes, one node and nodes on top of each other are drawn without a NaN")
  func odd() throws {
    let here = Diagram.Node("a", "A", x: 0, y: 0)
    let there = Diagram.Node("b", "", x: 0, y: 0, shape: .circle)
    for odd in [
      try diagram([]), try diagram([here]), try diagram([here, there], [.init("a", "b", "x")]),
      try diagram([here, there], [.init("a", "b", bends: [.init(0, 0), .init(0, 0)])]),
      try diagram([.init("a", "A", x: -200, y: 200), .init("b", "B", x: 200, y: -200)], []),
    ] {
      let html = figureHTML(.diagram(odd), id: "f").source
      #expect(html.contains("role=\"img\" aria-labelledby=\"f-title f-desc\""))
      #expect(!html.lowercased().contains("nan") && !html.contains("inf\""))
    }
  }
}
