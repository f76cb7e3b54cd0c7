import Checking
import Contracts
import Recurrent
import Reference

/// Wrong backward passes that people really write; the wrap at t = 0 and the clipping inside were
/// found in a published lab.
let backwardMisconceptions =
  lossMisconceptions(of: OpenRNNBackward.self, weight: "U") + rnnBackwardMisconceptions
  + rnnStepChoiceMisconceptions

private let rnnBackwardMisconceptions: [Misconception<RNNBackwardInput, RNNBackwardOutput>] = [
  // dV.
  wrong(
    "h_t where h_{t−1} belongs, in dV",
    """
    Each step's share of dV is built from the state that the step made, not the one it \
    began with.
    """, "Which hidden state does V multiply when it makes h_t?"
  ) { $0.beforeStep = { $0.hidden[$1] } },
  wrong(
    "h[−1] at t = 0: the last hidden state instead of the initial one",
    "dV's first share is built from the end of the sequence; all the other steps are right.",
    "Which state comes before the first step, and where does the trace keep it?"
  ) { $0.beforeStep = { $0.hidden[$1 > 0 ? $1 - 1 : $0.hidden.count - 1] } },
  wrong(
    "an initial state of zero, in dV",
    "The first step adds nothing to dV, though it began from `trace.initialHidden`.",
    "Is the state before the first step always zero?"
  ) {
    $0.beforeStep = { $1 > 0 ? $0.hidden[$1 - 1] : Vector(zeros: $0.initialHidden.count) }
  },
  wrong(
    "dV transposed", "Every number of dV is right and stands with its row and column exchanged.",
    "Which index of V belongs to h_t, and which to h_{t−1}?"
  ) {
    $0.finish = { $1.gradients.V = $1.gradients.V.transposed }
  },
  // The way back through time.
  wrong(
    "no way back through time: + dNext is missing",
    "Each hidden state hears of its own step's loss only; the losses after it are not felt.",
    "Through which two ways does h_t act on the loss?"
  ) { $0.dHidden = { dOutput, _ in dOutput } },
  wrong(
    "a carry that is never updated",
    "What arrives from step t + 1 is always zero, and so is dInitialHidden.",
    "What does step t hand back to step t − 1?"
  ) {
    $0.carry = { p, _ in Vector(zeros: p.hiddenSize) }
  },
  wrong(
    "a way back of one step only",
    "A loss reaches the step before it and no further: longer dependencies get no gradient.",
    "Does the carry that step t hands back contain what step t itself was handed?"
  ) { $0.carry = { p, step in p.V.transposedProduct(step.dOutput * step.slope) } },
  wrong(
    "a carry that goes through V, not through its transpose",
    "The gradient takes each connection between two units in the wrong direction.",
    "What is the gradient of V h by h?"
  ) {
    $0.carry = { p, step in p.V * step.dActivation }
  },
  wrong(
    "a carry that skips tanh",
    "The carry is too large wherever a unit is saturated: nothing damps it between two steps.",
    "Between h_{t−1} and h_t lies tanh. Where does its derivative come in?"
  ) { $0.carry = { p, step in p.V.transposedProduct(step.dHidden) } },
  wrong(
    "a carry that skips V",
    "Each unit hands its gradient to itself alone, as if no unit heard another one.",
    "Which matrix lies between h_{t−1} and h_t?"
  ) {
    $0.carry = { $1.dActivation }
  },
  wrong(
    "a carry that is added up instead of replaced",
    "Old gradients stay in the carry and are counted again at every earlier step.",
    "What of the gradient at step t + 1 is still in the carry when step t − 1 reads it?"
  ) { $0.carry = { p, step in step.dNext + p.V.transposedProduct(step.dActivation) } },
  wrong(
    "a carry added after the derivative of tanh",
    "What later steps say is not damped by tanh's slope, and grows too large on its way.",
    "The carry is a gradient by h_t. On which side of tanh is that?"
  ) { $0.dActivation = { step in step.dOutput * step.slope + step.dNext } },
  wrong(
    "a step's own loss left out wherever a carry arrives",
    "Only the last step's loss is felt by the states; all others reach W and b_o alone.",
    "Is what comes back from step t + 1 added to this step's own share, or put in its place?"
  ) {
    $0.dHidden = { dOutput, dNext in dNext.allSatisfy { $0 == 0 } ? dOutput : dNext }
  },
  wrong(
    "tanh's derivative twice on the way back",
    "The carry fades too fast: each step damps it a second time.",
    "How often does the way from h_{t−1} to h_t go through tanh?"
  ) { $0.carry = { p, step in p.V.transposedProduct(step.dActivation * step.slope) } },
  // The derivative of tanh.
  wrong(
    "1 − h instead of 1 − h²",
    "Units with a negative state get too much gradient, units with a positive one too little.",
    "What is the derivative of tanh(a), in terms of h = tanh(a)?"
  ) {
    $0.slope = { hidden, _ in 1 - hidden }
  },
  wrong(
    "1 − tanh(h)²: tanh applied to what has been through it",
    "The slope never falls below 0.42, so saturated units get far too much gradient.",
    "`trace.hidden[t]` is tanh of the sum. What is tanh of it again?"
  ) { $0.slope = { hidden, _ in hidden.map { 1 - tanh($0) * tanh($0) } } },
  wrong(
    "a missing derivative of tanh",
    "Saturated units get as much gradient as all the others; nothing is damped on the way back.",
    "What lies between the sum and h_t?"
  ) {
    $0.slope = { hidden, _ in hidden.map { _ in 1 } }
  },
  wrong(
    "h(1 − h): the derivative of a sigmoid",
    "Negative states turn the sign of their gradient round, and a state of 0 gets none at all.",
    "Which function makes the hidden state?"
  ) {
    $0.slope = { hidden, _ in hidden * (1 - hidden) }
  },
  wrong(
    "the derivative of tanh at h_{t−1}",
    "Each step is damped by the slope of the step before, one place too early in time.",
    "At which step's state is the derivative of step t taken?"
  ) { $0.slope = { _, previous in 1 - previous * previous } },
  // Sums over time.
  wrong(
    "bias gradients that are forgotten",
    "Both biases keep the gradient 0 and would never be trained.",
    "Which parameters besides U, V and W does a step use?"
  ) {
    $0.finish = {
      $1.gradients.bHidden *= 0
      $1.gradients.bOutput *= 0
    }
  },
  wrong(
    "a forgotten dbHidden",
    "b_h keeps the gradient 0 and would never be trained; all else is right.",
    "What is the gradient of U x + V h + b_h by b_h?"
  ) {
    $0.finish = { $1.gradients.bHidden *= 0 }
  },
  wrong(
    "a forgotten dbOutput",
    "b_o keeps the gradient 0 and would never be trained; all else is right.",
    "What is the gradient of W h + b_o by b_o?"
  ) {
    $0.finish = { $1.gradients.bOutput *= 0 }
  },
  wrong(
    "dbHidden before the derivative of tanh",
    "dbHidden adds up gradients by the state, where those by the sum inside tanh belong.",
    "On which side of tanh is b_h added?"
  ) {
    $0.hiddenBias = { $0.dHidden }
  },
  wrong(
    "dU before the derivative of tanh",
    "dU adds up gradients by the state, where those by the sum inside tanh belong.",
    "On which side of tanh does U x stand?"
  ) { $0.metByU = { $0.dHidden } },
  wrong(
    "dV before the derivative of tanh",
    "dV adds up gradients by the state, where those by the sum inside tanh belong.",
    "On which side of tanh does V h′ stand?"
  ) { $0.metByV = { $0.dHidden } },
  wrong(
    "dU, dV and dbHidden before the derivative of tanh",
    "The carry is right, but the three add up gradients by the state, not by the sum.",
    "On which side of tanh do U, V and b_h act?"
  ) {
    $0.metByU = { $0.dHidden }
    $0.metByV = { $0.dHidden }
    $0.hiddenBias = { $0.dHidden }
  },
  wrong(
    "a column of dU that is assigned in place of added to",
    "Where a token comes more than once, its column holds the share of its earliest step alone.",
    "What happens to column k of dU when token k is read a second time?"
  ) { $0.columnsHold = .earliest },
  wrong(
    "dU in the column of the token before",
    "Each step's share goes to the word that was read one step earlier.",
    "Which token made U's column take part in step t?"
  ) { $0.dUColumn = { $0.trace.inputs[max(0, $1 - 1)] } },
  wrong(
    "dU in the column of the token that follows",
    "Each step's share goes to the word that is read one step later.",
    "Which token made U's column take part in step t?"
  ) { $0.dUColumn = { $0.trace.inputs[min($0.trace.inputs.count - 1, $1 + 1)] } },
  wrong(
    "dU in the column of the target",
    "Each step's share of dU goes to a word that the network did not read there.",
    "Which token does U meet at step t?"
  ) {
    $0.dUColumn = { $0.targets[$1] }
  },
  wrong(
    "dW with h_{t−1}",
    "dW is built from states one step too early; the logits were made from the later ones.",
    "Which hidden state does W multiply at step t?"
  ) {
    $0.dWUsesPrevious = true
  },
  // The initial state.
  wrong(
    "a dInitialHidden of zero",
    "The state before the first step gets no gradient, as if it had no influence.",
    "Does the loss depend on the state before the first step?"
  ) {
    $0.finish = { $1.dInitialHidden *= 0 }
  },
  wrong(
    "a dInitialHidden that stops before V",
    "You return what reaches the first sum, not what reaches the state that entered it.",
    "What lies between the initial state and da₀?"
  ) {
    $0.initial = { $1.dActivation }
  },
  wrong(
    "a dInitialHidden that is one step late: the gradient by the first hidden state",
    "You return the gradient by `trace.hidden[0]`, which is one step later in time.",
    "How many steps lie between the initial state and `trace.hidden[0]`?"
  ) { $0.initial = { $1.dHidden } },
  wrong(
    "a dInitialHidden that is one step late: what the second step hands back",
    "You return the carry as it was before the first step was worked through.",
    "Has the carry been through the first step when you return it?"
  ) { $0.initial = { $1.dNext } },
  wrong(
    "a dInitialHidden that adds up all carries",
    "What reached later states is counted as if it had reached the initial one.",
    "Which of the carries has come all the way to the initial state?"
  ) { $0.sumsCarries = true },
]

private func wrong(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout OpenRNNBackward) -> Void
) -> Misconception<RNNBackwardInput, RNNBackwardOutput> {
  wrongPass(name, explanation, question, change)
}
