import Checking
import Contracts
import Recurrent

// What one gate's weights meet, and what of one gate is left out of the result.
let gruMetMisconceptions: [GRUBackwardMisconception] =
  OpenGRUBackward.Gate.allCases.flatMap { gate in
    let name = gate.matrix
    return [
      wrongBackward(
        "h_t where h_{t−1} belongs, in \(name) alone",
        "\(name) is built from the state that the step made, not the one it began with.",
        "Which hidden state do the gates of step t look at?"
      ) { $0.metByOne[gate] = { $0.steps[$1].hidden } },
      wrongBackward(
        "an initial hidden state of zero, in \(name) alone",
        "The first step adds nothing to \(name), though it began from `trace.initialHidden`.",
        "Is the state before the first step always zero?"
      ) { $0.metByOne[gate] = { $1 > 0 ? $0.steps[$1 - 1].hidden : 0 * $0.initialHidden } },
      wrongBackward(
        "the initial hidden state at every step, in \(name)",
        "\(name) is built as if every step had begun from the state before the first.",
        "Which hidden state does step t begin with?"
      ) { $0.metByOne[gate] = { trace, _ in trace.initialHidden } },
      wrongBackward(
        "the gradients of \(gate.owner) forgotten",
        "All its weights and biases keep the gradient 0 and would never be trained.",
        "How many parameters does \(gate.owner) have?"
      ) {
        $0.finish = { _, output in gate.clear(&output.gradients) }
      },
    ]
  } + resetBefore("dWhr", .r) + resetBefore("dWhz", .z) + gruOtherMetMisconceptions

private let gruOtherMetMisconceptions: [GRUBackwardMisconception] = [
  wrongBackward(
    "the initial hidden state at every step, in dWhr, dWhz and dWhn",
    "The three are built as if every step had begun from the state before the first.",
    "Which hidden state does step t begin with?"
  ) { $0.metByWeights = { trace, _ in trace.initialHidden } },
  wrongBackward(
    "h_t where h_{t−1} belongs, in the weights and in dz",
    "Wherever the old state belongs stands the one that the step made.",
    "Which hidden state does step t begin with?"
  ) {
    $0.metByWeights = { $0.steps[$1].hidden }
    $0.beforeStep = { $0.steps[$1].hidden }
  },
  wrongBackward(
    "the candidate where h_{t−1} belongs, in dWhr, dWhz and dWhn",
    "The three are built from what was new, which none of the matrices ever met.",
    "Which vector do W_hr, W_hz and W_hn multiply?"
  ) { $0.metByWeights = { $0.steps[$1].candidate } },
  wrongBackward(
    "the token of the step before, in dWxr, dWxz and dWxn",
    "Each step's share goes to the column of a word that was read one step earlier.",
    "Which token does W_xr meet at step t?"
  ) { $0.token = { $0.trace.inputs[max($1 - 1, 0)] } },
  wrongBackward(
    "the token of the next step, in dWxr, dWxz and dWxn",
    "Each step's share goes to the column of a word that is read only one step later.",
    "Which token does W_xr meet at step t?"
  ) { $0.token = { $0.trace.inputs[min($1 + 1, $0.trace.inputs.count - 1)] } },
  wrongBackward(
    "dWv with the last hidden state at every step",
    "dWv is built as if all logits had been made at the end.",
    "Which hidden state does W_v multiply at step t?"
  ) { $0.showsLastToLogits = true },
  wrongBackward(
    "the gradients of reset gate and candidate exchanged",
    "The numbers are right, but each one's stand under the other's names.",
    "Which of the weights made the candidate?"
  ) {
    $0.finish = { _, output in
      swap(&output.gradients.Wxr, &output.gradients.Wxn)
      swap(&output.gradients.Whr, &output.gradients.Whn)
      swap(&output.gradients.bxr, &output.gradients.bxn)
      swap(&output.gradients.bhr, &output.gradients.bhn)
    }
  },
]

private func resetBefore(
  _ name: String, _ gate: OpenGRUBackward.Gate
) -> [GRUBackwardMisconception] {
  [
    wrongBackward(
      "the reset gate before h_{t−1}, in \(name)",
      "\(name) is built as if the reset gate had weighed h_{t−1} first.",
      "What is the vector that this matrix multiplies?"
    ) {
      $0.metByOne[gate] = {
        $0.steps[$1].resetGate * ($1 > 0 ? $0.steps[$1 - 1].hidden : $0.initialHidden)
      }
    }
  ]
}

extension OpenGRUBackward.Gate {
  fileprivate var matrix: String {
    switch self {
    case .r: "dWhr"
    case .z: "dWhz"
    case .n: "dWhn"
    }
  }

  fileprivate var owner: String {
    switch self {
    case .r: "the reset gate"
    case .z: "the update gate"
    case .n: "the candidate"
    }
  }

  fileprivate func clear(_ g: inout GRUParameters) {
    switch self {
    case .r:
      g.Wxr *= 0
      g.Whr *= 0
      g.bxr *= 0
      g.bhr *= 0
    case .z:
      g.Wxz *= 0
      g.Whz *= 0
      g.bxz *= 0
      g.bhz *= 0
    case .n:
      g.Wxn *= 0
      g.Whn *= 0
      g.bxn *= 0
      g.bhn *= 0
    }
  }
}
