import Testing
import Transcripts

@testable import Report

@Suite("Small multiples")
struct SmallMultiplesTests {
  static func multiples(
    _ panels: [[Double]], columns: [String] = [], rows: [String] = [], rules: [LinePlot.Rule] = [],
    scale: LinePlot.Axis.Scale = .linear, yRange: ClosedRange<Double>? = nil
  ) -> SmallMultiples {
    SmallMultiples(
      title: "Title", description: "Description", x: .init("x"), y: .init("y", scale: scale),
      columnNames: columns, rowNames: rows, panels: panels.map { .init([.init("loss", $0)]) },
      rules: rules, yRange: yRange)
  }

  static let odd: [SmallMultiples] = [
    multiples([]), multiples([[]]), multiples([[.nan, .infinity]]), multiples([[1], [], [2, 3]]),
    multiples([[1, .nan, 3]], rules: [.init("floor", y: .nan)]),
    multiples([[1e299, -1e299, 0]], yRange: 0...1), multiples([[1e308]], yRange: 5...5),
    multiples([[1, 2]], yRange: -.infinity ... .infinity),
    multiples([[1, 2]], scale: .logarithmic, yRange: -3...0),
    multiples([[0, 1e-12, -1, 1e-9]], scale: .logarithmic), multiples([[1, 2]], yRange: 7...8),
    multiples([[1, 2], [3, 4]], columns: ["only"], rows: ["a", "b", "c", "d"]),
    multiples([[1, 2], [3, 4], [5]], rows: ["a", "b"]),
    multiples([[Double]](repeating: [1, 2], count: 9), columns: (0..<9).map { "column \($0)" }),
  ]

  private func svg(_ multiples: SmallMultiples) -> String {
    multiples.svg(id: "f", title: "t", description: "d").source
  }

  @Test("a curve that diverges is cut off at the frame and leaves through an arrowhead")
  func divergence() throws {
    let steep = Self.multiples([[1, 2, 1e9, 1e18, .infinity], [2, 1, 1, 1, 1]], yRange: 0...4)
    let html = figureHTML(.multiples(steep), id: "f").source
    // One in the drawing for a column, one in that for a phone.
    #expect(html.ranges(of: "m-4 0h8l-4 -6.5Z").count == 2)
    #expect(html.contains("<figcaption>Title. An arrowhead at a frame marks where a curve leaves"))
    let still = figureHTML(.multiples(Self.multiples([[1, 2]], yRange: 0...4)), id: "f").source
    #expect(!still.contains("arrowhead") && !still.contains("m-4 0h8"))
  }

  @Test("of a curve, what is inside the frame stays")
  func clipping() {
    func framed(_ y: [Double]) -> FramedCurve {
      FramedCurve([y.enumerated().map { Point(x: Double($0), y: $1) }], within: 0...10)
    }
    let leaving = framed([5, 15])
    #expect(leaving.runs == [[Point(x: 0, y: 5), Point(x: 0.5, y: 10)]])
    #expect(leaving.exits == [.init(x: 0.5, isAbove: false)] && !leaving.endsInside)
    let entering = framed([-10, 10])
    #expect(entering.runs == [[Point(x: 0.5, y: 0), Point(x: 1, y: 10)]])
    #expect(entering.exits == [.init(x: 0.5, isAbove: true)] && entering.endsInside)
    let through = framed([-10, 20])
    #expect(through.runs.count == 1 && through.runs[0].map(\.y) == [0, 10])
    #expect(through.exits.map(\.isAbove) == [true, false])
    let excursion = framed([5, -5, -5, 5])
    #expect(excursion.runs.map(\.count) == [2, 2])
    #expect(excursion.exits == [.init(x: 0.5, isAbove: true)])
    let never = framed([11, 12])
    #expect(never.runs.isEmpty && never.exits == [.init(x: 0, isAbove: false)])
    #expect(framed([5, -1e299]).runs[0].allSatisfy { $0.y.isFinite && $0.x.isFinite })
    #expect(framed([]).exits.isEmpty && framed([3]).runs == [[Point(x: 0, y: 3)]])
  }

  @Test("an empty panel shows its note, or says that there is nothing")
  func emptyPanel() {
    var multiples = Self.multiples([[.nan], [.infinity, .nan], [1, 2]])
    multiples.panels[0].note = "diverged in the first epoch"
    let svg = svg(multiples)
    #expect(svg.contains(">diverged in the first"))
    #expect(svg.ranges(of: "no finite values").count == 1)
  }

  @Test("a name has one look in all panels, and one place in the legend")
  func looks() {
    let panels: [SmallMultiples.Panel] = [
      .init([.init("SGD", [1, 2]), .init("Adam", [2, 1])]), .init([.init("Adam", [3, 1])]),
    ]
    var multiples = Self.multiples([])
    multiples.panels = panels
    let lines = svg(multiples).lines
    #expect(lines.count { $0.contains("class=\"curve c0\"") } == 2)
    #expect(lines.count { $0.contains("class=\"curve c1\"") } == 3)
    #expect(lines.count { $0.contains(">Adam<") } == 1)
  }

  @Test("only the left and the lowest panels have numbers on their axes")
  func numbers() {
    let svg = svg(Self.multiples([[0, 40], [0, 40], [0, 40], [0, 40]], columns: ["a", "b"]))
    #expect(svg.ranges(of: "text-anchor=\"end\">40<").count == 2)
    #expect(svg.ranges(of: "text-anchor=\"middle\">0.4<").count == 2)
  }

  @Test("a thousand panels are cut to a page's worth, and the caption says so")
  func manyPanels() {
    let noise = (0..<2000).map { Double($0 * 7919 % 100) }
    let many = Self.multiples([[Double]](repeating: noise, count: 1000))
    let html = figureHTML(.multiples(many), id: "f").source
    #expect(html.contains("The first 48 of 1000 panels."))
    #expect(html.contains("The first 40 of 48 curves."))
    #expect(html.utf8.count < 200_000)
  }

  @Test("the reference's curves lie beneath the student's, panel by panel")
  func reference() throws {
    let student = Self.multiples([[1, 2], [3, 4]])
    let figure = Figure.multiples(student).over(.multiples(Self.multiples([[1, 3], [3, 5]])))
    let svg = figure.svg(id: "f", title: "t", description: "d").source
    let curves = svg.lines.filter { $0.contains("class=\"curve") }.suffix(4)
    #expect(curves.map { $0.contains("ref") } == [true, false, true, false])
    #expect(svg.ranges(of: "loss (reference)").count == 1)
    let other = Figure.multiples(Self.multiples([[1, 2]]))
    #expect(Figure.multiples(student).over(other) == .multiples(student))
    #expect(Figure.multiples(student).over(nil) == .multiples(student))
  }

  @Test("the table has a row for each curve, and a dash where one has ended")
  func data() {
    let multiples = Self.multiples(
      [[1, 2, 3], [4]], columns: ["SGD", "Adam"], rows: ["η = 0.1"],
      rules: [.init("floor", y: 0.5)])
    let (table, note) = multiples.data
    #expect(table.columns == ["panel", "curve", "x 0", "x 1", "x 2"])
    #expect(
      table.rows == [
        ["η = 0.1, SGD", "loss", "1", "2", "3"], ["η = 0.1, Adam", "loss", "4", "–", "–"],
        ["everywhere", "floor", "0.5", "0.5", "0.5"],
      ])
    #expect(note == "The values are y.")
  }

  @Test("curves over different x are listed point by point")
  func longData() {
    var multiples = Self.multiples([[1, 2]])
    multiples.panels.append(.init([.init("loss", x: [5, 6], y: [7, 8])]))
    #expect(multiples.data.table.columns == ["panel", "curve", "x", "y"])
    #expect(multiples.data.table.rows.last == ["panel 2", "loss", "6", "8"])
  }

  @Test("they cross the wire unharmed, infinities and the range with them")
  func wire() throws {
    let figure = Figure.multiples(Samples.rates)
    #expect(try Wire.decode(Figure.self, from: Wire.encode(figure)) == figure)
  }

  @Test("what changes from column to column and from row to row is said, each with its arrow")
  func directions() {
    var multiples = Self.multiples([[1, 2], [3, 4]], columns: ["0.1", "1"])
    #expect(!svg(multiples).contains("→"))
    multiples.columnsLabel = "learning rate"
    multiples.rowsLabel = "rule"
    #expect(svg(multiples).contains(">→ learning rate\u{2003}↓ rule<"))
  }

  @Test("a note breaks between words and never runs on")
  func wrapping() {
    #expect(wrapped("one two three", width: 60, lines: 3) == ["one two", "three"])
    #expect(wrapped("a\nb", width: 100, lines: 3) == ["a b"])
    let long = wrapped(String(repeating: "word ", count: 99), width: 80, lines: 2)
    #expect(long.count == 2 && long[1].hasSuffix("…") && textWidth(long[1]) <= 80)
  }
}
