import Checking
import Contracts
import Recurrent

// Which step, which side of tanh, which term: decisions of the backward loop that are easily mixed up.
let rnnStepChoiceMisconceptions: [Misconception<RNNBackwardInput, RNNBackwardOutput>] =
  ownLossAlone + [
    // The states.
    wrong(
      "the first hidden state where the initial one belongs, in dV",
      "At step 0 dV meets the state that this step made, not the initial one; all else is right.",
      "Which state comes before the first step, and where does the trace keep it?"
    ) { $0.beforeStep = { $0.hidden[max(0, $1 - 1)] } },
    wrong(
      "h_{t−2} where h_{t−1} belongs, in dV",
      "Each step's share of dV is built from the hidden state one step too early in time.",
      "In a list that begins with the initial state, which index has the state before step t?"
    ) { $0.beforeStep = { $1 > 1 ? $0.hidden[$1 - 2] : $0.initialHidden } },
    wrong(
      "all hidden states taken one step too early",
      "dW and tanh's slope are made with h_{t−1}, and dV with h_{t−2}.",
      "In a list that begins with the initial state, which index has h_t?"
    ) {
      $0.beforeStep = { $1 > 1 ? $0.hidden[$1 - 2] : $0.initialHidden }
      $0.slope = { _, previous in 1 - previous * previous }
      $0.dWUsesPrevious = true
    },
    wrong(
      "dW and tanh's slope with h_{t−1}",
      "Both are made with the state one step too early in time; dV is right.",
      "Which hidden state did step t make?"
    ) {
      $0.slope = { _, previous in 1 - previous * previous }
      $0.dWUsesPrevious = true
    },
    // The probabilities.
    wrong(
      "dW from the probabilities, without − onehot",
      "The target is subtracted too late for dW, which is built from softmax alone.",
      "At which line do the probabilities become the logits' gradient?"
    ) { $0.metByW = { $0.probabilities } },
    wrong(
      "dbOutput from the probabilities, without − onehot",
      "The target is subtracted too late for dbOutput, which adds up softmax alone.",
      "At which line do the probabilities become the logits' gradient?"
    ) { $0.outputBias = { $0.probabilities } },
    wrong(
      "dW and dbOutput from the probabilities, without − onehot",
      "The target is subtracted too late for dW and dbOutput, which are made of softmax alone.",
      "At which line do the probabilities become the logits' gradient?"
    ) {
      $0.metByW = { $0.probabilities }
      $0.outputBias = { $0.probabilities }
    },
    wrong(
      "dh from the probabilities, without − onehot",
      "What goes back through W is softmax alone, and the hidden state never hears of the target.",
      "What goes back through W: the probabilities, or the loss's gradient by the logits?"
    ) { $0.throughW = { _, probabilities in probabilities } },
    // tanh and the carry.
    wrong(
      "(1 − h)² where 1 − h² belongs",
      "Positive states get too little gradient, and negative ones up to four times too much.",
      "What is the derivative of tanh(a), in terms of h = tanh(a)?"
    ) { $0.slope = { hidden, _ in (1 - hidden) * (1 - hidden) } },
    wrong(
      "a carry that is damped by tanh's derivative twice at the step where it arrives",
      "What comes back is multiplied by the slope of tanh before it is added, and again after.",
      "How often does the way from h_t into the sum a_t go through tanh?"
    ) { $0.dActivation = { ($0.dOutput + $0.dNext * $0.slope) * $0.slope } },
    wrong(
      "a carry with tanh's derivative at h_{t−1}",
      "What is handed back is damped by the slope of the step that it goes to, a step too early.",
      "At which step's state is the derivative taken that lies between h_t and its sum?"
    ) {
      $0.carry = { p, step in
        p.V.transposedProduct(step.dHidden * (1 - step.previous * step.previous))
      }
    },
    wrong(
      "a carry that is added on both sides of tanh",
      "What later steps say counts twice: once damped by tanh's slope, and once as it came.",
      "At which places do you add what comes back from the next step?"
    ) { $0.dActivation = { $0.dHidden * $0.slope + $0.dNext } },
    wrong(
      "a carry that is added twice",
      "What comes back from step t + 1 counts twice, and once more at every earlier step.",
      "At which places do you add what comes back from the next step?"
    ) { $0.dHidden = { dOutput, dNext in dOutput + 2 * dNext } },
    wrong(
      "a carry of dh beside Vᵀ da",
      "h_t's own gradient is handed back as it is, beside what goes back through tanh and V.",
      "By which ways does h_{t−1} act on step t?"
    ) { $0.carry = { p, step in step.dHidden + p.V.transposedProduct(step.dActivation) } },
    // Sums over time.
    wrong(
      "one share alone in each column of dU: that of the token's last step",
      "Where a token comes more than once, its column of dU holds its latest step's share alone.",
      "What does column k of dU hold if token k is read at two steps?"
    ) { $0.columnsHold = .latest },
    wrong(
      "dW assigned at each step instead of added up",
      "Of dW's sum over time only step 0's share is left; all else is right.",
      "Does each step add its share to dW, or put it in its place?"
    ) { $0.metByW = { $0.t == 0 ? $0.dLogits : 0 * $0.dLogits } },
    wrong(
      "dV assigned at each step instead of added up",
      "Of dV's sum over time only step 0's share is left; all else is right.",
      "Does each step add its share to dV, or put it in its place?"
    ) { $0.metByV = { $0.t == 0 ? $0.dActivation : 0 * $0.dActivation } },
    wrong(
      "dbHidden assigned at each step instead of added up",
      "Of dbHidden's sum over time only step 0's share is left; all else is right.",
      "Does each step add its share to dbHidden, or put it in its place?"
    ) { $0.hiddenBias = { $0.t == 0 ? $0.dActivation : 0 * $0.dActivation } },
    wrong(
      "dbOutput assigned at each step instead of added up",
      "Of dbOutput's sum over time only step 0's share is left; all else is right.",
      "Does each step add its share to dbOutput, or put it in its place?"
    ) { $0.outputBias = { $0.t == 0 ? $0.dLogits : 0 * $0.dLogits } },
    wrong(
      "tokens counted from the end, in dU",
      "Step t's share goes to the column of the token at the same distance from the other end.",
      "If your loop counts upwards while time runs backwards, which token is step t's?"
    ) { $0.dUColumn = { $0.trace.inputs[$0.trace.inputs.count - 1 - $1] } },
    wrong(
      "both bias gradients assigned at each step instead of added up",
      "Of each bias's sum over time only step 0's share is left, while the weights add theirs up.",
      "Does each step add its share to the bias's gradient, or put it in its place?"
    ) { $0.countsInBiases = { $0 == 0 } },
    wrong(
      "dU, dV and dW assigned at each step instead of added up",
      "Of each weight's sum over time only step 0's share is left, while the biases add theirs up.",
      "Does each step add its share to the weight's gradient, or put it in its place?"
    ) { $0.countsInWeights = { $0 == 0 } },
    // The initial state.
    wrong(
      "a dInitialHidden through V, not through its transpose",
      "The last step of the way back, from the first sum to the initial state, goes through V.",
      "What is the gradient of V h by h?"
    ) { $0.initial = { p, step in p.V * step.dActivation } },
    wrong(
      "a dInitialHidden that skips tanh",
      "From the first hidden state you go back through V without the slope of tanh.",
      "Between the initial state and `trace.hidden[0]` lies tanh. Where does its slope come in?"
    ) { $0.initial = { p, step in p.V.transposedProduct(step.dHidden) } },
    wrong(
      "a dInitialHidden damped by tanh's derivative at the initial state",
      "The initial state is taken for one that has come out of a tanh of this sequence.",
      "Did this sequence's forward pass put the initial state through tanh?"
    ) {
      $0.initial = { p, step in
        p.V.transposedProduct(step.dActivation) * (1 - step.previous * step.previous)
      }
    },
    wrong(
      "a dInitialHidden from the first step's own loss alone",
      "What came back from the second step never reaches the initial state.",
      "Which losses depend on the initial state?"
    ) { $0.initial = { p, step in p.V.transposedProduct(step.dOutput * step.slope) } },
  ]

/// Tensors that hear of their own step's loss only, while the carry is right.
private let ownLossAlone: [Misconception<RNNBackwardInput, RNNBackwardOutput>] = [
  wrong(
    "dU from each step's own loss alone",
    "What comes back from later steps is carried on, and never reaches dU.",
    "Which of your vectors holds all of the sum's gradient?"
  ) { $0.metByU = ownShare },
  wrong(
    "dV from each step's own loss alone",
    "What comes back from later steps is carried on, and never reaches dV.",
    "Which of your vectors holds all of the sum's gradient?"
  ) { $0.metByV = ownShare },
  wrong(
    "dbHidden from each step's own loss alone",
    "What comes back from later steps is carried on, and never reaches dbHidden.",
    "Which of your vectors holds all of the sum's gradient?"
  ) { $0.hiddenBias = ownShare },
  wrong(
    "dU, dV and dbHidden from each step's own loss alone",
    "What comes back from later steps is carried on, and never reaches the three sums.",
    "Which of your vectors holds all of the sum's gradient?"
  ) {
    $0.metByU = ownShare
    $0.metByV = ownShare
    $0.hiddenBias = ownShare
  },
]

@Sendable private func ownShare(_ step: OpenRNNBackward.Step) -> Vector {
  step.dOutput * step.slope
}

private func wrong(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout OpenRNNBackward) -> Void
) -> Misconception<RNNBackwardInput, RNNBackwardOutput> {
  wrongPass(name, explanation, question, change)
}
