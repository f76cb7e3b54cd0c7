import Testing
import Transcripts

@testable import Report

@Suite("Figures")
struct FigureTests {
  static let nothing: [Double] = []
  static let plots: [LinePlot] = [
    plot([]), plot([.init("none", [])]), plot([.init("NaN", [.nan, .nan])]),
    plot([.init("infinite", [.infinity, -.infinity])]), plot([.init("one", [3])]),
    plot([.init("gap", [1, .nan, 3, 4, .infinity, 6])]), plot([.init("same", [2, 2, 2])]),
    plot([.init("uneven", x: [0, 1, 2], y: [1])]), plot([.init("huge", [1e308, -1e308, 0])]),
    plot([.init("back", x: [3, 1, 2], y: [1, 2, 3])]), plot([], rules: [.init("floor", y: .nan)]),
    plot([.init("negative", [-1, 0, 1])], scale: .logarithmic),
    plot([.init("all below", [-1, 0])], scale: .logarithmic),
    plot((0..<9).map { .init("series \($0)", [Double($0), 1]) }),
  ]

  static func plot(
    _ series: [LinePlot.Series], rules: [LinePlot.Rule] = [], scale: LinePlot.Axis.Scale = .linear
  ) -> LinePlot {
    LinePlot(
      title: "Title", description: "Description", x: .init("x"), y: .init("y", scale: scale),
      series: series, rules: rules)
  }

  static func map(_ values: [[Double]], range: ClosedRange<Double>? = nil) -> HeatMap {
    HeatMap(
      title: "Title", description: "Description", xLabel: "x", yLabel: "y", values: values,
      range: range)
  }

  static func histogram(_ counts: [Double]) -> Histogram {
    Histogram(
      title: "Title", description: "Description", xLabel: "x", yLabel: "y",
      bars: counts.enumerated().map { .init("bar \($0)", $1) })
  }

  static let figures: [Figure] =
    plots.map(Figure.lines) + SmallMultiplesTests.odd.map(Figure.multiples)
    + [
      map([]), map([[]]), map([[.nan]]), map([[1, 2], [3]]), map([[0, 0]]), map([[5]]),
      map([[.infinity, -.infinity, 1]]), map([[1, 2]], range: 5...5), map([[-1, 3]]),
      map([[1e308, -1e308]]), map([[1, 2]], range: -.infinity ... .infinity),
      map([[Double]](repeating: [Double](repeating: 0.5, count: 250), count: 130)),
    ].map(Figure.heatMap)
    + [
      histogram([]), histogram([0]), histogram([.nan]), histogram([-3, 4]), histogram([1e308]),
      histogram((0..<1234).map(Double.init)),
    ].map(Figure.histogram)

  @Test("every figure has a title, a description and a table", arguments: figures)
  func parts(figure: Figure) {
    let html = figureHTML(figure, id: "f").source
    #expect(html.contains("role=\"img\" aria-labelledby=\"f-title f-desc\""))
    #expect(html.contains("<title id=\"f-title\">Title</title>"))
    #expect(html.contains("<desc id=\"f-desc\">Description</desc>"))
    #expect(html.contains("<figcaption>Title"))
    #expect(html.contains("<summary>Data of this figure</summary>"))
    #expect(html.contains("<table>"))
    #expect(!drawn(html).contains("nan") && !drawn(html).contains("inf\""))
    #expect(html.utf8.count < 120_000)
  }

  /// The drawing without its texts.
  private func drawn(_ html: String) -> String {
    html.split(separator: "\n").filter { $0.contains(" d=\"") }.joined()
  }

  @Test("a figure without a title or description says what it is")
  func namelessFigure() {
    let figure = Figure.heatMap(
      HeatMap(title: "", description: "", xLabel: "", yLabel: "", values: [[1]]))
    let html = figureHTML(figure, id: "f").source
    #expect(html.contains("<title id=\"f-title\">Heat map</title>"))
    #expect(html.contains("its numbers stand below it"))
  }

  @Test("a caption is Markdown and takes the title's place; an alternative the description's")
  func caption() {
    let html = figureHTML(
      .lines(Self.plot([])), id: "f", caption: "Look at `V`", alternative: "A falling line"
    ).source
    #expect(html.contains("<figcaption>Look at <code>V</code>"))
    #expect(html.contains("<title id=\"f-title\">Look at V</title>"))
    #expect(html.contains("<desc id=\"f-desc\">A falling line</desc>"))
  }

  @Test("a plot is drawn for a column and for a phone; a diagram and a narrow map once")
  func rooms() throws {
    let plot = figureHTML(.lines(Self.plot([.init("a", [1, 2])])), id: "f").source
    #expect(plot.contains("<svg class=\"wide\" role=\"img\" aria-labelledby=\"f-title f-desc\""))
    #expect(plot.contains("<svg class=\"narrow\" role=\"img\""))
    #expect(plot.contains("viewBox=\"0 0 360 ") && plot.contains("id=\"f-narrow-title\""))
    for single in [Figure.diagram(try DiagramTests.sample()), .heatMap(Self.map([[1, 2]]))] {
      let html = figureHTML(single, id: "f").source
      #expect(html.ranges(of: "<svg ").count == 1 && !html.contains("class=\"wide\""))
    }
  }

  @Test("names of rules of nearly one height, and of marks, do not lie on each other")
  func ruleNames() throws {
    var plot = Self.plot(
      [.init("a", (0..<40).map { 10 / (1 + Double($0)) })],
      rules: [.init("the floor", y: 2.38), .init("the entropy", y: 2.40), .init("zero", y: 0)])
    plot.marks = [.init("trained up to 11", x: 11), .init("read", x: 11.5)]
    for room in DrawingRoom.allCases {
      let svg = plot.svg(id: "f", room: room, title: "t", description: "d").source
      let names = svg.lines.filter { $0.contains("class=\"rule-name\"") }.map { line in
        let x = line.firstMatch(of: /x="([\d.]+)"/).flatMap { Double($0.1) } ?? .nan
        let y = line.firstMatch(of: /y="([\d.]+)"/).flatMap { Double($0.1) } ?? .nan
        let text = line.split(separator: ">")[1].split(separator: "<")[0]
        return DiagramBox(left: x, top: y - 10, right: x + textWidth(String(text)), bottom: y)
      }
      #expect(names.count == 5)
      for (index, name) in names.enumerated() {
        #expect(!names.dropFirst(index + 1).contains { name.overlaps($0) })
        #expect(name.left >= 0 && name.right <= room.width)
      }
    }
  }

  @Test("the table names a mark and its place")
  func markRows() {
    var plot = Self.plot([.init("a", [1, 2]), .init("b", [3, 4])])
    plot.marks = [.init("trained up to", x: 11)]
    #expect(Figure.lines(plot).data.table.rows.last == ["trained up to: 11", "–", "–"])
    plot.series.append(.init("c", x: [7], y: [8]))
    #expect(Figure.lines(plot).data.table.rows.last == ["trained up to", "11", "–"])
  }

  @Test("a value that is not finite leaves a gap")
  func gaps() {
    let svg = Self.plot([.init("a", [1, 2, .nan, 3, 4])])
      .svg(id: "f", title: "t", description: "d").source
    let curves = svg.lines.filter { $0.contains("class=\"curve c0\"") }
    // The first is the legend's sample.
    #expect(curves.count == 2)
    #expect(curves.last?.filter { $0 == "M" }.count == 2)
  }

  @Test("a lone point is a marker")
  func lonePoint() {
    let svg = Self.plot([.init("a", [7])]).svg(id: "f", title: "t", description: "d").source
    #expect(svg.lines.filter { $0.contains("class=\"curve c0\"") }.count == 1)
    #expect(svg.lines.filter { $0.contains("class=\"end c0\"") }.count == 2)
  }

  @Test("the reference is drawn before the student, in the style of its partner")
  func referenceBeneath() throws {
    let svg = Self.plot([.init("loss", [1, 2]), .init("loss", role: .reference, [1, 3])])
      .svg(id: "f", title: "t", description: "d").source
    let curves = svg.lines.filter { $0.contains("class=\"curve") }.suffix(2)
    #expect(curves.first?.contains("class=\"curve c0 ref\"") == true)
    #expect(curves.last?.contains("class=\"curve c0\"") == true)
    #expect(svg.contains("loss (reference)"))
  }

  @Test("values without a place on a log scale leave gaps, and the caption counts them")
  func zerosOnLogScale() {
    let errors = [1e-16, 3e-13, 0, 2e-12, 1e-9, 0, 0, 4e-10, .nan]
    let html = figureHTML(
      .lines(Self.plot([.init("error", errors)], scale: .logarithmic)), id: "f"
    ).source
    #expect(html.contains("Title. 3 values, zero or below, have no place on the log scale."))
    let curve = html.lines.last { $0.contains("class=\"curve c0\"") }
    #expect(curve?.filter { $0 == "M" }.count == 2)
  }

  @Test("thinning keeps both ends, the highest and the lowest point")
  func decimation() {
    var y = (0..<10_000).map { Double(($0 * 7919) % 100) }
    y[4321] = 1000
    y[8765] = -1000
    let points = y.enumerated().map { Point(x: Double($0), y: $1) }
    let thin = decimated(points, limit: 400)
    #expect(thin.count <= 400)
    #expect(thin.first == points.first && thin.last == points.last)
    #expect(thin.contains(points[4321]) && thin.contains(points[8765]))
    #expect(zip(thin, thin.dropFirst()).allSatisfy { $0.x < $1.x })
    #expect(decimated(Array(points.prefix(300)), limit: 400) == Array(points.prefix(300)))
  }

  @Test("even indices have both ends and no doubles", arguments: [0, 1, 2, 24, 25, 26, 49, 1000])
  func evenRows(total: Int) {
    let indices = evenIndices(of: total, count: 25)
    #expect(indices.count == min(total, 25))
    #expect(Set(indices).count == indices.count)
    #expect(total == 0 || (indices.first == 0 && indices.last == total - 1))
  }

  @Test("a thousand epochs are twenty-five rows")
  func dataRows() {
    let (table, note) = Figure.lines(Samples.training(scale: 1)).data
    #expect(table.rows.count == 26)
    #expect(table.rows[24][0] == "999")
    #expect(table.rows[25] == ["floor 2.3825", "2.3825", "2.3825"])
    #expect(note == "25 of 1000 points, at even distances.")
  }

  @Test("a scale that spans zero has its middle at zero, and NaN no colour")
  func colours() {
    let both = ColourScale([-1, 3], range: nil)
    #expect(both.isDiverging && both.low == -3 && both.step(0) == 10)
    #expect(both.step(3) == 20 && both.step(99) == 20 && both.step(-.infinity) == 0)
    #expect(both.step(.nan) == nil)
    let one = ColourScale([2, 4], range: nil)
    #expect(!one.isDiverging && one.step(2) == 0 && one.step(4) == 20)
  }

  @Test(
    "drawings as they were",
    arguments: ["lines", "log", "panels", "heat-map", "small-map", "histogram", "diagram"])
  func golden(name: String) throws {
    let small = HeatMap(
      title: "Weights", description: "Two by three.", xLabel: "input", yLabel: "unit",
      columnNames: ["a", "b", "EOS"], values: [[0.5, -1.25, .nan], [2, 0, -0.031]])
    let figure: Figure =
      switch name {
      case "lines": .lines(Samples.training(scale: 1))
      case "log": .lines(Samples.vanishing)
      case "panels": .multiples(Samples.rates)
      case "heat-map": .heatMap(Samples.hidden)
      case "small-map": .heatMap(small)
      case "diagram": .diagram(try DiagramTests.sample())
      default: .histogram(Samples.lengths)
      }
    try Files.expectGolden(figureHTML(figure, id: "figure").source, "\(name).svg.html")
  }
}
