public import Transcripts

/// The way back through one step of an LSTM: the cell with its arrows turned round.
///
/// Two lines cross the border of the step on either side, dc and dh; the thick one is the gradient of
/// the memory. Names are those of the derivation, a prime means the step before.
///
/// - Throws: nothing that a reader can cause; a diagram is checked when it is made.
/// - Source: derived from the equations of ``LSTMParameters``.
public func lstmGradient() throws -> Diagram {
  let columns = [2.7, 4.75, 6.8, 8.9]
  let gates = [
    ("forgetGate", "f (1 − f)", "Wfᵀ"), ("inputGate", "i (1 − i)", "Wiᵀ"),
    ("candidate", "1 − g²", "Wgᵀ"), ("outputGate", "o (1 − o)", "Woᵀ"),
  ]
  let factors = [("× c′", "df"), ("× g", "di"), ("× i", "dg"), ("× tanh(c)", "do")]
  let (memory, state, factor, slope, rail) = (1.2, 3.3, 3.3, 5.0, 6.8)
  var nodes: [Diagram.Node] = [
    .init(
      "dc′", "dc′", note: "carry", name: "the carry dc ⊙ f to the step before", x: 0.3, y: memory,
      shape: .pill, tone: .main, width: 1.2),
    .init("keep", "× f", name: "× f", x: 1.65, y: memory, shape: .circle),
    .init("dc", "+", name: "dc", x: columns[3], y: memory, shape: .circle, tone: .main),
    .init(
      "dcNext", "dc", note: "carry", name: "the carry of dc from the next step", x: 10.95,
      y: memory, shape: .pill, tone: .main, width: 1.2),
    .init("shown", "× o (1 − tanh²)", name: "× o ⊙ (1 − tanh²(c))", x: columns[3], y: 2.2),
    .init("dh", "+", name: "dh", x: columns[3], y: state, shape: .circle, tone: .second),
    .init(
      "dhNext", "dh", note: "carry", name: "the carry of dh from the next step", x: 10.95,
      y: state, shape: .pill, tone: .second, width: 1.2),
    .init("dlogits", "Wvᵀ dlogits", x: 10.8, y: 4.5, shape: .text),
    .init("dz", "dz", x: 1.75, y: rail, shape: .circle),
    .init(
      "dh′", "dh′", note: "carry", name: "the first H of dz, the carry to the step before", x: 0.3,
      y: rail, shape: .pill, tone: .second, width: 1.2),
  ]
  var edges: [Diagram.Edge] = [
    .init("dcNext", "dc", tone: .main), .init("dc", "keep", tone: .main),
    .init("keep", "dc′", tone: .main), .init("dhNext", "dh", tone: .second),
    .init("dlogits", "dh"),
    .init("dh", "shown"), .init("shown", "dc"), .init("dz", "dh′", tone: .second),
  ]
  for index in 0..<4 {
    let (gate, x) = (gates[index], columns[index])
    let y = index == 3 ? 4.25 : factor
    nodes.append(
      .init(factors[index].0, factors[index].0, x: x, y: y, width: index == 3 ? 1.5 : nil))
    nodes.append(
      .init(
        gate.0, gate.0, note: "× \(gate.1)", x: x, y: slope + (index == 3 ? 0.7 : 0), width: 1.95))
    edges.append(.init(factors[index].0, gate.0, factors[index].1))
    edges.append(.init(gate.0, "dz", gate.2, bends: [.init(x, rail)]))
    edges.append(
      index == 3
        ? .init("dh", factors[index].0)
        : .init("dc", factors[index].0, bends: [.init(x, memory)]))
  }
  return try Diagram(
    title: "The way back through one step of an LSTM",
    description: """
      The gradient of the cell, dc, is the sum of the carry from the next step and of what comes from \
      dh through the output gate. It goes on to the forget gate, the input gate and the candidate, \
      and times f to the step before. All four slopes lead through the transposed weights into dz, \
      whose first H elements are the carry dh′.
      """,
    nodes: nodes, edges: edges)
}
