public import Transcripts

/// A stack of recurrent layers unrolled over a sequence: each reads the states of the one below.
///
/// - Parameters:
///   - tokens: T ≥ 1 words, in the order in which they are read.
///   - layers: how many, 1 to 6.
/// - Throws: ``PictureError`` if there are no tokens or no layers.
public func stackedNetwork(tokens: [String], layers: Int) throws -> Diagram {
  try PictureError.check(tokens: tokens, values: 0, "values")
  guard (1...6).contains(layers) else { throw PictureError.tooFew("layers", layers) }
  let columns = UnrolledColumns(tokens, start: 0.9)
  let (output, rise) = (0.6, 1.5)
  /// The lowest layer is number 0 and reads the tokens.
  func height(_ layer: Int) -> Double { output + Double(layers - layer) * rise }
  var nodes: [Diagram.Node] = []
  var edges: [Diagram.Edge] = []
  for layer in 0..<layers {
    nodes.append(
      .init("row\(layer)", "layer \(layer)", x: columns.start, y: height(layer), shape: .text))
    if let gap = columns.gap("gap\(layer)", y: height(layer)) { nodes.append(gap) }
  }
  var before: Int?
  for step in columns.steps {
    let t = step.index
    nodes.append(.init("x\(t)", step.token, x: step.x, y: output + Double(layers + 1) * rise))
    nodes.append(
      .init("o\(t)", indexed("o", t), name: "logits \(t)", x: step.x, y: output, shape: .text))
    for layer in 0..<layers {
      let tone: Diagram.Tone = layer % 2 == 0 ? .main : .second
      let node = "h\(layer),\(t)"
      nodes.append(
        .init(
          node, indexed("h", t), name: "state \(t) of layer \(layer)", x: step.x,
          y: height(layer), shape: .pill, tone: tone))
      edges.append(.init(layer == 0 ? "x\(t)" : "h\(layer - 1),\(t)", node))
      guard let before else { continue }
      if step.followsGap {
        edges.append(.init("h\(layer),\(before)", "gap\(layer)", tone: tone))
        edges.append(.init("gap\(layer)", node, tone: tone))
      } else {
        edges.append(.init("h\(layer),\(before)", node, tone: tone))
      }
    }
    edges.append(.init("h\(layers - 1),\(t)", "o\(t)"))
    before = t
  }
  return try Diagram(
    title: "\(layers) layers over \(tokens.joined(separator: " "))",
    description: """
      A row of states for each of \(layers) layers, the lowest above the tokens. Within a row, each \
      state goes on to the next step; at each step it is also the input of the layer above, and that \
      of the top layer makes the logits.
      """,
    nodes: nodes, edges: edges)
}

/// A bidirectional layer unrolled over a sequence: one row reads forwards, one backwards, and each
/// output sees both.
///
/// - Parameter tokens: T ≥ 1 words, from left to right.
/// - Throws: ``PictureError`` if there are no tokens.
public func bidirectionalNetwork(tokens: [String]) throws -> Diagram {
  try PictureError.check(tokens: tokens, values: 0, "values")
  let columns = UnrolledColumns(tokens, start: 0.9)
  let (output, back, forth, input, shift) = (0.6, 2.1, 3.6, 5.1, 0.32)
  var nodes: [Diagram.Node] = [
    .init("back", "backwards", x: columns.start - 0.2, y: back, shape: .text),
    .init("forth", "forwards", x: columns.start - 0.2, y: forth, shape: .text),
  ]
  nodes += ["back": back, "forth": forth].sorted { $0.key < $1.key }.compactMap {
    columns.gap("gap-\($0.key)", y: $0.value)
  }
  var edges: [Diagram.Edge] = []
  var before: Int?
  for step in columns.steps {
    let t = step.index
    nodes += [
      .init("x\(t)", step.token, x: step.x, y: input, width: 1.2),
      .init(
        "f\(t)", indexed("h", t), name: "forward state \(t)", x: step.x - shift, y: forth,
        shape: .pill, tone: .main, width: 0.9),
      .init(
        "b\(t)", indexed("h", t), name: "backward state \(t)", x: step.x + shift, y: back,
        shape: .pill, tone: .second, width: 0.9),
      .init("o\(t)", indexed("o", t), name: "logits \(t)", x: step.x, y: output, width: 1.2),
    ]
    edges += [
      .init("x\(t)", "f\(t)"), .init("x\(t)", "b\(t)", bends: [.init(step.x + shift, input - 0.6)]),
      .init("f\(t)", "o\(t)", bends: [.init(step.x - shift, output + 0.6)]),
      .init("b\(t)", "o\(t)"),
    ]
    if let before {
      let isGap = step.followsGap
      edges.append(.init("f\(before)", isGap ? "gap-forth" : "f\(t)", tone: .main))
      edges.append(.init("b\(t)", isGap ? "gap-back" : "b\(before)", tone: .second))
      if isGap {
        edges.append(.init("gap-forth", "f\(t)", tone: .main))
        edges.append(.init("gap-back", "b\(before)", tone: .second))
      }
    }
    before = t
  }
  return try Diagram(
    title: "Both ways over \(tokens.joined(separator: " "))",
    description: """
      Two rows of states over the same tokens. In the lower one each state goes on to the next step, \
      in the upper one to the step before. The logits of a step see a state of either row, and with \
      them the past and the future of their token.
      """,
    nodes: nodes, edges: edges)
}
