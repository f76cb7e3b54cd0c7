public import Transcripts

/// One step of a GRU with its signal paths, named as in ``GRUStep`` and ``GRUParameters``.
///
/// The thick line is the state: from h′ to h it meets one product and one sum. The reset gate stands
/// behind the product with the state, as in cuDNN and PyTorch.
///
/// - Throws: nothing that a reader can cause; a diagram is checked when it is made.
/// - Source: Cho et al. 2014, with their sign of z; they apply the reset gate to h′ before the product.
public func gruCell() throws -> Diagram {
  let (update, reset, recurrent, candidate) = (2.5, 4.65, 7.05, 9.15)
  let (state, mix, inner, gates, stateRail, tokenRail) = (1.2, 2.4, 3.7, 5.1, 6.8, 8.0)
  /// Where h′ and x enter a gate that reads both.
  let side = 0.45
  func fromState(_ to: String, _ weight: String, x: Double) -> Diagram.Edge {
    .init(
      "h′", to, weight, bends: [.init(0.4, stateRail), .init(x, stateRail)], tone: .second)
  }
  func fromToken(_ to: String, _ weight: String, x: Double) -> Diagram.Edge {
    .init("x", to, weight, bends: [.init(x, tokenRail)])
  }
  return try Diagram(
    title: "One step of a GRU",
    description: """
      The state runs from h′ through a product with the update gate z and a sum to h. What is added \
      is the candidate times 1 − z. The candidate is the tanh of what the token says plus the \
      recurrent term, which is a product of weights and h′, times the reset gate.
      """,
    nodes: [
      .init(
        "h′", "h′", note: "hidden", name: "hidden h′", x: 0.4, y: state, shape: .pill, tone: .main,
        width: 1.35),
      .init("keep", "×", name: "z ⊙ h′", x: update, y: state, shape: .circle),
      .init("sum", "+", name: "(1 − z) ⊙ n + z ⊙ h′", x: candidate, y: state, shape: .circle),
      .init(
        "h", "h", note: "hidden", name: "hidden h", x: 11.2, y: state, shape: .pill, tone: .main,
        width: 1.35),
      .init("logits", "logits", x: 11.2, y: 3.1, shape: .text),
      .init("rest", "1 −", name: "1 − z", x: 4.1, y: mix, shape: .circle),
      .init("write", "×", name: "(1 − z) ⊙ n", x: candidate, y: mix, shape: .circle),
      .init("hear", "×", name: "r ⊙ q", x: recurrent, y: inner, shape: .circle),
      .init("candidate", "candidate", note: "tanh", x: candidate, y: inner, width: 1.9),
      .init("updateGate", "updateGate", note: "σ", x: update, y: gates, width: 2.05),
      .init("resetGate", "resetGate", note: "σ", x: reset, y: gates, width: 1.9),
      .init("recurrentTerm", "recurrentTerm", x: recurrent, y: gates, width: 2.5),
      .init(
        "x", "x", note: "token", name: "token x", x: 0.4, y: tokenRail, shape: .pill, width: 1.35),
    ],
    edges: [
      .init("h′", "keep", tone: .main), .init("keep", "sum", tone: .main),
      .init("sum", "h", tone: .main), .init("h", "logits", "Wv"),
      .init("updateGate", "keep", "z"),
      .init("updateGate", "rest", bends: [.init(update, mix)]),
      .init("rest", "write", "1 − z"), .init("write", "sum"),
      .init("candidate", "write", "n"), .init("hear", "candidate"),
      .init("resetGate", "hear", "r", bends: [.init(reset, inner)]),
      .init("recurrentTerm", "hear", "q"),
      fromState("updateGate", "Whz", x: update - side),
      fromState("resetGate", "Whr", x: reset - side),
      fromState("recurrentTerm", "Whn", x: recurrent),
      fromToken("updateGate", "Wxz", x: update + side),
      fromToken("resetGate", "Wxr", x: reset + side),
      fromToken("candidate", "Wxn", x: candidate),
    ],
    groups: [
      .init(
        "one step",
        members: [
          "keep", "sum", "rest", "write", "hear", "candidate", "updateGate", "resetGate",
          "recurrentTerm",
        ])
    ])
}
