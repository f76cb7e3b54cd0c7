public import Recurrent
public import Transcripts

// T steps, V vocabulary size.

/// A recurrent network unrolled over a sequence: a copy for each token, one set of weights.
///
/// The weights are named U (input to state), V (state to state) and W (state to logits), as in
/// ``RNNParameters``. Of a sequence of more than seven tokens the middle is left out.
///
/// - Parameters:
///   - tokens: T ≥ 1 words, in the order in which they are read.
///   - probabilities: of the next token after each step, T vectors of V elements; empty to show the
///     names of the logits instead of predictions.
///   - vocabulary: V words; without, a prediction is shown by its id.
/// - Throws: ``PictureError`` if there are no tokens, or not as many probabilities.
public func unrolledNetwork(
  tokens: [String], probabilities: [Vector] = [], vocabulary: [String] = []
) throws -> Diagram {
  try PictureError.check(tokens: tokens, values: probabilities.count, "probabilities")
  let columns = UnrolledColumns(tokens, widest: vocabulary.map(\.count).max() ?? 4)
  let (output, state, input) = (0.6, 2.3, 4.0)
  var nodes: [Diagram.Node] = [
    .init(
      "h-1", indexed("h", -1), x: columns.start, y: state, shape: .pill, tone: .quiet)
  ]
  var edges: [Diagram.Edge] = []
  var before = "h-1"
  if let gap = columns.gap("gap", y: state) { nodes.append(gap) }
  for step in columns.steps {
    let t = step.index
    nodes.append(.init("x\(t)", step.token, note: indexed("x", t), x: step.x, y: input))
    nodes.append(.init("h\(t)", indexed("h", t), x: step.x, y: state, shape: .pill, tone: .main))
    if t < probabilities.count {
      let (word, share) = prediction(probabilities[t], vocabulary)
      nodes.append(
        .init("o\(t)", word, note: share, name: "prediction \(t): \(word)", x: step.x, y: output))
    } else {
      nodes.append(
        .init("o\(t)", indexed("o", t), name: "logits \(t)", x: step.x, y: output, shape: .text))
    }
    edges.append(.init("x\(t)", "h\(t)", "U"))
    edges.append(.init("h\(t)", "o\(t)", "W"))
    if step.followsGap {
      edges.append(.init(before, "gap", "V", tone: .main))
      before = "gap"
    }
    edges.append(.init(before, "h\(t)", "V", tone: .main))
    before = "h\(t)"
  }
  return try Diagram(
    title: "The network unrolled over \(tokens.joined(separator: " "))",
    description: """
      One column for each of \(tokens.count) tokens. In each, the input goes up through U into the \
      hidden state and the state up through W into the \
      \(probabilities.isEmpty ? "logits" : "prediction"). From left to right the states are joined \
      by V.
      """,
    nodes: nodes, edges: edges)
}

/// The likeliest word and its probability, "0.97".
private func prediction(_ probabilities: Vector, _ vocabulary: [String]) -> (String, String) {
  guard let best = probabilities.indexOfMaximum else { return ("–", "") }
  let word = best < vocabulary.count ? vocabulary[best] : "\(best)"
  return (word, hundredths(probabilities[best]))
}

/// The way back through an unrolled network: from each loss to the activations, and from step to step.
///
/// - Parameters:
///   - tokens: T ≥ 1 words, in the order in which they are read.
///   - norms: the length of each da, T numbers, shown below it; empty for none.
/// - Throws: ``PictureError`` if there are no tokens, or not as many norms.
public func unrolledGradient(tokens: [String], norms: [Double] = []) throws -> Diagram {
  try PictureError.check(tokens: tokens, values: norms.count, "norms")
  let columns = UnrolledColumns(tokens, widest: 5)
  let (loss, logits, state, sum) = (0.6, 1.9, 3.5, 5.3)
  var nodes: [Diagram.Node] = [
    .init("dh-1", "d" + indexed("h", -1), x: columns.start, y: state, shape: .pill, tone: .quiet),
    .init(
      "sum", "dU, dV, dbHidden: a share of every da", name: "dU, dV and dbHidden",
      x: columns.middle + columns.pitch / 2, y: sum, width: columns.width - columns.pitch + 1),
  ]
  var edges: [Diagram.Edge] = []
  if let gap = columns.gap("gap", y: state) { nodes.append(gap) }
  var before = "dh-1"
  for step in columns.steps {
    let t = step.index
    let norm = t < norms.count ? shortNumber(norms[t]) : nil
    nodes.append(
      .init(
        "L\(t)", indexed("L", t), x: step.x, y: loss, shape: .circle, width: 0.9,
        height: 0.9))
    nodes.append(.init("do\(t)", "d" + indexed("o", t), x: step.x, y: logits))
    nodes.append(
      .init("da\(t)", "d" + indexed("a", t), note: norm, x: step.x, y: state, tone: .main))
    edges.append(.init("L\(t)", "do\(t)"))
    edges.append(.init("do\(t)", "da\(t)", "Wᵀ"))
    edges.append(.init("da\(t)", "sum"))
    if step.followsGap {
      edges.append(.init("gap", before, "Vᵀ", tone: .main))
      before = "gap"
    }
    edges.append(.init("da\(t)", before, "Vᵀ", tone: .main))
    before = "da\(t)"
  }
  return try Diagram(
    title: "The way back over \(tokens.joined(separator: " "))",
    description: """
      The unrolled network with its arrows turned round. Each da gets two contributions, one from \
      its own loss through W transposed and one from the next step through V transposed; the last \
      has only the first.
      """,
    nodes: nodes, edges: edges)
}
