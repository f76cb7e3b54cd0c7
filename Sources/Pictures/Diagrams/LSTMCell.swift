public import Transcripts

/// One step of an LSTM with its signal paths, named as in ``LSTMStep`` and ``LSTMParameters``.
///
/// The thick line is the memory: from c′ to c it meets one product and one sum, no weights.
///
/// - Throws: nothing that a reader can cause; a diagram is checked when it is made.
/// - Source: Hochreiter and Schmidhuber 1997; the forget gate is from Gers, Schmidhuber and Cummins
///   2000. Without peepholes.
public func lstmCell() throws -> Diagram {
  let columns = [2.6, 4.7, 6.8, 8.9]
  let gates = [
    ("forgetGate", "σ", "Wf"), ("inputGate", "σ", "Wi"), ("candidate", "tanh", "Wg"),
    ("outputGate", "σ", "Wo"),
  ]
  let (memory, products, rail) = (1.2, 3.0, 6.6)
  var nodes: [Diagram.Node] = [
    .init(
      "c′", "c′", note: "cell", name: "cell c′", x: 0.45, y: memory, shape: .pill, tone: .main,
      width: 1.35),
    .init("keep", "×", name: "f ⊙ c′", x: columns[0], y: memory, shape: .circle),
    .init("sum", "+", name: "f ⊙ c′ + i ⊙ g", x: columns[1], y: memory, shape: .circle),
    .init("write", "×", name: "i ⊙ g", x: columns[1], y: products, shape: .circle),
    .init("squash", "tanh", name: "tanh of the cell", x: columns[3], y: 2.05, width: 1.2),
    .init("show", "×", name: "o ⊙ tanh(c)", x: columns[3], y: products, shape: .circle),
    .init(
      "c", "c", note: "cell", name: "cell c", x: 10.95, y: memory, shape: .pill, tone: .main,
      width: 1.35),
    .init(
      "h", "h", note: "hidden", name: "hidden h", x: 10.95, y: products, shape: .pill,
      tone: .second, width: 1.35),
    .init("logits", "logits", x: 10.95, y: 4.9, shape: .text),
    .init("z", "z", note: "[h′; x]", name: "z = [h′; x]", x: columns[0], y: rail, shape: .pill),
    .init(
      "h′", "h′", note: "hidden", name: "hidden h′", x: 0.45, y: rail, shape: .pill, tone: .second,
      width: 1.35),
    .init("x", "x", note: "token", name: "token x", x: 0.45, y: 8.0, shape: .pill, width: 1.35),
  ]
  for (gate, x) in zip(gates, columns) {
    nodes.append(.init(gate.0, gate.0, note: gate.1, x: x, y: 4.7, width: 2))
  }
  let edges: [Diagram.Edge] = [
    .init("c′", "keep", tone: .main), .init("keep", "sum", tone: .main),
    .init("sum", "c", tone: .main), .init("forgetGate", "keep", "f"),
    .init("inputGate", "write", "i"),
    .init("candidate", "write", "g", bends: [.init(columns[2], products)]),
    .init("write", "sum"), .init("sum", "squash", bends: [.init(columns[3], memory)]),
    .init("squash", "show"), .init("outputGate", "show", "o"),
    .init("show", "h", tone: .second), .init("h", "logits", "Wv"),
    .init("h′", "z", tone: .second), .init("x", "z", bends: [.init(columns[0], 8.0)]),
  ]
  let weights = zip(gates, columns).map { gate, x in
    Diagram.Edge(
      "z", gate.0, gate.2, bends: x == columns[0] ? [] : [.init(x, rail)])
  }
  return try Diagram(
    title: "One step of an LSTM",
    description: """
      The memory line runs from c′ through a product with the forget gate and a sum to c. What is \
      added is the candidate times the input gate. The new hidden state is the tanh of the cell \
      times the output gate. Gates and candidate all read z, which is h′ and x joined.
      """,
    nodes: nodes, edges: edges + weights,
    groups: [
      .init(
        "one step", members: ["keep", "sum", "write", "squash", "show", "z"] + gates.map(\.0))
    ])
}
