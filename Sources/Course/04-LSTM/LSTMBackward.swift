import Checking
import Contracts
import Recurrent
import Reference

// T steps, H hidden size, V vocabulary size; z = [h′; x], H + V.

let lstmBackwardExercise = Exercise<LSTMBackwardInput, LSTMBackwardOutput>(
  "04.4", "The backward pass", points: 10,
  hints: [
    """
    Look at the drawing of the cell and follow its arrows backwards. Two lead into h_t, from the logits \
    and from step t + 1; two lead into c_t, from h_t and from step t + 1. `trace.steps[t]` holds values \
    that have been through σ and tanh already.
    """,
    """
    Carry two vectors of H elements through the loop, dHidden and dCell, both zero after the last step. \
    At each step: dHidden whole, then dCell whole, then one gradient per gate by what went into its \
    activation. These four make the weights' gradients and what is handed back. Take T = 1 first.
    """,
    """
    dh = W_vᵀ(p − y) + dhNext; dC = dh⊙o⊙(1 − tanh²c) + dCNext; do = dh⊙tanh(c)⊙o⊙(1 − o), \
    df = dC⊙c_{t−1}⊙f⊙(1 − f), di = dC⊙g⊙i⊙(1 − i), dg = dC⊙i⊙(1 − g²); dW_k += d_k ⊗ z, db_k += d_k; \
    dhNext = first H of Σ W_kᵀ d_k, dCNext = dC⊙f.
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "04.4")
    func drawn(
      _ name: String, steps: Int, hidden: Int, vocabulary: Int, scale: Double = 0.6,
      inputs: [Int]? = nil
    ) -> Challenge<LSTMBackwardInput> {
      Challenge(
        name,
        challengeInput(
          inputs: inputs ?? random.tokens(steps, below: vocabulary),
          targets: random.tokens(steps, below: vocabulary),
          initialHidden: random.vector(hidden, scale: 0.5), initialCell: random.vector(hidden),
          parameters: random.lstmParameters(
            hiddenSize: hidden, vocabularySize: vocabulary, scale: scale)))
    }
    return [
      Challenge(
        "one step from zeros, H 2, V 3",
        challengeInput(
          inputs: [1], targets: [2], initialHidden: [0, 0], initialCell: [0, 0],
          parameters: .readable)),
      Challenge(
        "one step from a non-zero state and cell",
        challengeInput(
          inputs: [1], targets: [2], initialHidden: [0.6, -0.4], initialCell: [-0.9, 1.2],
          parameters: .readable)),
      Challenge(
        "a a b from a non-zero state and cell",
        challengeInput(
          inputs: [0, 0, 1], targets: [0, 1, 2], initialHidden: [0.6, -0.4],
          initialCell: [-0.9, 1.2], parameters: .readable)),
      drawn("as many hidden units as words, T = 2", steps: 2, hidden: 4, vocabulary: 4),
      drawn(
        "T = 5, H 3, an unknown token", steps: 5, hidden: 3, vocabulary: 4,
        inputs: [0, 3, 1, 3, 2]),
      drawn("saturated: large weights, T = 3", steps: 3, hidden: 3, vocabulary: 5, scale: 2),
      drawn("random, T = 6, H 5, V 3", steps: 6, hidden: 5, vocabulary: 3, scale: 0.3),
    ]
  },
  reference: { input in
    let (gradients, dInitialHidden, dInitialCell) = try lstmBackward(
      input.trace, targets: input.targets, parameters: input.parameters)
    return LSTMBackwardOutput(
      gradients: gradients, dInitialHidden: dInitialHidden, dInitialCell: dInitialCell)
  },
  observations: {
    [
      Observation(
        "dWv", claim: "dWv sums (softmax(logits_t) − onehot(y_t)) ⊗ h_t over the steps",
        $0.gradients.Wv),
      Observation("dbv", claim: "dbv sums softmax(logits_t) − onehot(y_t)", $0.gradients.bv),
      Observation(
        "dbo",
        claim: "dbo sums do = dh ⊙ tanh(c) ⊙ o ⊙ (1 − o), dh = Wvᵀ dlogits + what comes back",
        $0.gradients.bo),
      Observation(
        "dbf",
        claim:
          "dbf sums df = dC ⊙ c_{t−1} ⊙ f ⊙ (1 − f), dC = dh ⊙ o ⊙ (1 − tanh²c) + what comes back",
        $0.gradients.bf),
      Observation("dbi", claim: "dbi sums di = dC ⊙ g ⊙ i ⊙ (1 − i)", $0.gradients.bi),
      Observation("dbg", claim: "dbg sums dg = dC ⊙ i ⊙ (1 − g²)", $0.gradients.bg),
      Observation("dWo", claim: "dWo sums do ⊗ [h_{t−1}; x_t]", $0.gradients.Wo),
      Observation("dWf", claim: "dWf sums df ⊗ [h_{t−1}; x_t]", $0.gradients.Wf),
      Observation("dWi", claim: "dWi sums di ⊗ [h_{t−1}; x_t]", $0.gradients.Wi),
      Observation("dWg", claim: "dWg sums dg ⊗ [h_{t−1}; x_t]", $0.gradients.Wg),
      Observation(
        "dInitialHidden",
        claim: "dInitialHidden is what the first step hands back, the first H of Σ Wᵀ d",
        $0.dInitialHidden),
      Observation(
        "dInitialCell", claim: "dInitialCell is what the first step hands back, dC ⊙ f",
        $0.dInitialCell),
    ]
  },
  properties: [gradientOfOwnLSTM],
  sizes: {
    [
      .steps($0.trace.inputs.count), .hidden($0.parameters.hiddenSize),
      .vocabulary($0.parameters.vocabularySize),
    ]
  },
  shares: { try timeShares(of: OpenLSTMBackward.self, $0) },
  ladder: lstmLadder,
  misconceptions: publishedFaultMisconceptions + lstmExchangeMisconceptions + lstmGateMisconceptions
    + lstmGateFactorMisconceptions + lstmSlopeMisconceptions + lstmCarryMisconceptions
    + lstmWayBackMisconceptions + lstmStepChoiceMisconceptions
    + lossMisconceptions(of: OpenLSTMBackward.self, weight: "Wf") + lstmSumMisconceptions)

private func challengeInput(
  inputs: [Int], targets: [Int], initialHidden: Vector, initialCell: Vector,
  parameters: LSTMParameters
) -> LSTMBackwardInput {
  guard
    let trace = try? lstmForward(
      inputs, initialHidden: initialHidden, initialCell: initialCell, parameters: parameters)
  else { preconditionFailure("the reference's forward pass does not throw") }
  return LSTMBackwardInput(trace: trace, targets: targets, parameters: parameters)
}
