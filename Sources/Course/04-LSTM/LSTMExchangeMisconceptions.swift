import Checking
import Contracts
import Recurrent
import Reference

// Which gate is which.
let lstmExchangeMisconceptions: [Misconception<LSTMBackwardInput, LSTMBackwardOutput>] = [
  wrongBackward(
    "the values of forget and input gate taken for each other",
    """
    df is computed with the input gate's values, di with the forget gate's, and so is the \
    carry.
    """,
    "Which field of the step holds f?"
  ) { $0.read = { right($0, { swap(&$0.f, &$0.i) }) } },
  wrongBackward(
    "the values of candidate and output gate taken for each other",
    "dg is computed with the output gate's values, and do with the candidate's.",
    "Which field of the step holds g?"
  ) { $0.read = { right($0, { swap(&$0.g, &$0.o) }) } },
  wrongBackward(
    "the values of forget and output gate taken for each other",
    "df is computed with the output gate's values, and do with the forget gate's.",
    "Which field of the step holds o?"
  ) { $0.read = { right($0, { swap(&$0.f, &$0.o) }) } },
  wrongBackward(
    "the values of forget gate and candidate taken for each other",
    "Every formula that asks for one of the two is given the other one.",
    "Which field of the step holds f?"
  ) { $0.read = { right($0, { swap(&$0.f, &$0.g) }) } },
  wrongBackward(
    "the values of input gate and candidate taken for each other",
    "Every formula that asks for one of the two is given the other one.",
    "Which field of the step holds i?"
  ) { $0.read = { right($0, { swap(&$0.i, &$0.g) }) } },
  wrongBackward(
    "the values of input and output gate taken for each other",
    "Every formula that asks for one of the two is given the other one.",
    "Which field of the step holds o?"
  ) { $0.read = { right($0, { swap(&$0.i, &$0.o) }) } },
  wrongBackward(
    "the gradients of forget gate and candidate exchanged",
    "Weights and biases of the two stand under each other's names; all numbers are right.",
    "Which of the weights made the candidate?"
  ) { $0.finish = { _, output in output.exchange(\.Wf, \.Wg, \.bf, \.bg) } },
  wrongBackward(
    "the gradients of forget and output gate exchanged",
    "Weights and biases of the two stand under each other's names; all numbers are right.",
    "Which of the weights made the output gate?"
  ) { $0.finish = { _, output in output.exchange(\.Wf, \.Wo, \.bf, \.bo) } },
  wrongBackward(
    "the gradients of input and output gate exchanged",
    "Weights and biases of the two stand under each other's names; all numbers are right.",
    "Which of the weights made the output gate?"
  ) { $0.finish = { _, output in output.exchange(\.Wi, \.Wo, \.bi, \.bo) } },
  wrongBackward(
    "the input gate in its own gradient and the candidate in its own: di with i, dg with g",
    "In the product i ⊙ g each factor's gradient must hold the other factor, and holds itself.",
    "What is the derivative of i ⊙ g by i?"
  ) {
    $0.di.partner = { $0.i }
    $0.dg.partner = { $0.g }
  },
  wrongBackward(
    "the gradients of forget and input gate exchanged",
    "The numbers are right, but the forget gate's stand in dW_i and the input gate's in dW_f.",
    "Which of the weights made the forget gate?"
  ) { $0.finish = { _, output in output.exchange(\.Wf, \.Wi, \.bf, \.bi) } },
  wrongBackward(
    "the gradients of candidate and output gate exchanged",
    "The numbers are right, but the candidate's stand in dW_o and the output gate's in dW_g.",
    "Which of the weights made the candidate?"
  ) { $0.finish = { _, output in output.exchange(\.Wg, \.Wo, \.bg, \.bo) } },
  wrongBackward(
    "the gradients of input gate and candidate exchanged",
    "The numbers are right, but the input gate's stand in dW_g and the candidate's in dW_i.",
    "Which of the weights made the candidate?"
  ) { $0.finish = { _, output in output.exchange(\.Wi, \.Wg, \.bi, \.bg) } },
  wrongBackward(
    "the gates' gradients in the order i, f, o, g",
    "The numbers are right, but each of the four stands at the place of another gate.",
    "In which order does `LSTMParameters` list its gates?"
  ) {
    $0.finish = { _, output in
      output.exchange(\.Wf, \.Wi, \.bf, \.bi)
      output.exchange(\.Wg, \.Wo, \.bg, \.bo)
    }
  },
]

private typealias Weight = WritableKeyPath<LSTMParameters, Matrix>
private typealias Bias = WritableKeyPath<LSTMParameters, Vector>

extension LSTMBackwardOutput {
  fileprivate mutating func exchange(_ a: Weight, _ b: Weight, _ c: Bias, _ d: Bias) {
    (gradients[keyPath: a], gradients[keyPath: b]) = (gradients[keyPath: b], gradients[keyPath: a])
    (gradients[keyPath: c], gradients[keyPath: d]) = (gradients[keyPath: d], gradients[keyPath: c])
  }
}

/// The gates of a step, changed.
private func right(_ step: LSTMStep, _ change: (inout FourGates) -> Void) -> FourGates {
  var gates = FourGates(
    f: step.forgetGate, i: step.inputGate, g: step.candidate, o: step.outputGate)
  change(&gates)
  return gates
}
