import Pictures
import Recurrent
import Reference
import Testing
import Transcripts

@testable import Report

@Suite("Traces as pictures")
struct TraceFigureTests {
  private static func trace(_ inputs: [Int]) throws -> LSTMTrace {
    var random = SeededRandom(seed: 9)
    let p = try initialLSTMParameters(hiddenSize: 3, vocabularySize: 4, using: &random)
    let zero = Vector(zeros: 3)
    return try lstmForward(inputs, initialHidden: zero, initialCell: zero, parameters: p)
  }

  @Test("a counter's trace has the cell, the gates and the end, a column for each sequence")
  func counter() throws {
    let traces = [try Self.trace([0, 0, 1, 1]), try Self.trace([0, 1, 1])]
    let figure = counterTrace(
      [.init("2 a, 2 b", traces[0]), .init("1 a, 2 b", traces[1])], unit: 2, description: "d")
    #expect(figure.columnNames == ["2 a, 2 b", "1 a, 2 b"] && figure.yAxes == .byRow)
    #expect(figure.panels.count == 6)
    #expect(figure.panels[1].series.map(\.name) == ["cell", "hidden"])
    #expect(figure.panels[1].series[0].y == traces[1].steps.map { $0.cell[2] })
    #expect(figure.panels[1].series[0].x == [1, 2, 3])
    #expect(
      figure.panels[2].series.map(\.y)
        == [
          traces[0].steps.map { $0.forgetGate[2] }, traces[0].steps.map { $0.inputGate[2] },
          traces[0].steps.map { $0.outputGate[2] },
        ])
    let end = try traces[0].logits.map { try softmax($0)[2] }
    for (a, b) in zip(figure.panels[4].series[0].y, end) { #expect(abs(a - b) < 1e-15) }
  }

  @Test("rows of different quantities have axes of their own, each with numbers at the left")
  func rowAxes() throws {
    let figure = SmallMultiples(
      title: "t", description: "d", x: .init("x"), y: .init("y"), columnNames: ["p", "q"],
      rowNames: ["large", "small"],
      panels: [[0, 40], [0, 10], [0, 0.4], [0, 0.1]].map { .init([.init("curve", $0)]) },
      yAxes: .byRow)
    let grid = PanelGrid(figure)
    #expect(grid.yRanges.map(\.high) == [40, 0.4])
    let svg = figure.svg(id: "f", title: "t", description: "d").source
    #expect(svg.contains("text-anchor=\"end\">40<") && svg.contains("text-anchor=\"end\">0.4<"))
    var common = figure
    common.yAxes = .common
    #expect(PanelGrid(common).yRanges.map(\.high) == [40, 40])
  }

  @Test("a strip of probabilities has a row for each word, columns that add up to one")
  func strip() throws {
    let logits: [Vector] = [[0, 0, 0], [1000, 0, -1000], [1, 2, 3]]
    let map = try probabilityStrip(
      logits, tokens: ["a", "b", "c"], vocabulary: ["x", "y", "z"], description: "d")
    #expect(map.rowNames == ["x", "y", "z"] && map.values.count == 3)
    for column in 0..<3 {
      #expect(abs(map.values.map { $0[column] }.reduce(0, +) - 1) < 1e-15)
      let expected = try softmax(logits[column])
      for row in 0..<3 { #expect(abs(map.values[row][column] - expected[row]) < 1e-15) }
    }
    #expect(throws: PictureError.self) {
      try probabilityStrip(logits, tokens: ["a"], vocabulary: ["x"], description: "d")
    }
  }

  @Test("a map of units keeps their order and takes its colours from the largest")
  func map() throws {
    let vectors: [Vector] = [[1, -2], [3, 4]]
    let map = try activationMap(
      vectors, tokens: ["a", "b"], title: "t", description: "d", order: [1, 0], valueLabel: "h")
    #expect(
      map.values == [[-2, 4], [1, 3]] && map.rowNames == ["1", "0"] && map.range == -4...4)
    let zeros = try activationMap(
      [[0, 0]], tokens: ["a"], title: "t", description: "d", valueLabel: "h")
    #expect(zeros.values == [[0], [0]] && zeros.rowNames.isEmpty)
  }

  @Test("what is left of a gradient is drawn relative to its first norm")
  func flow() {
    let plot = gradientFlow([("RNN", [4, 2, 1])], description: "d")
    #expect(plot.series[0].y == [1, 0.5, 0.25] && plot.y.scale == .logarithmic)
  }

  @Test("accuracy is drawn over lengths, with a mark where the training ended")
  func accuracy() {
    let plot = accuracyByLength([("LSTM", [1, 0.5])], first: 3, trainedTo: 11, description: "d")
    #expect(plot.series[0].x == [3, 4])
    #expect(plot.marks == [.init("trained up to 11", x: 11)])
    let html = figureHTML(.lines(plot), id: "f").source
    #expect(html.contains(">trained up to 11<"))
  }
}
