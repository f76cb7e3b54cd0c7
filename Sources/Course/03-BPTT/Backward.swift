import Checking
import Contracts
import Recurrent
import Reference

// T steps, H hidden size, V vocabulary size.

let backwardExercise = Exercise<RNNBackwardInput, RNNBackwardOutput>(
  "03.1", "The backward pass", points: 8,
  hints: [
    """
    Look at the drawing of the unrolled network and follow the arrows backwards. Two of them lead into \
    `trace.hidden[t]` from later: one from this step's logits, one from the next step. The loop over t \
    begins at the last step.
    """,
    """
    Carry one vector of H elements through the loop, the gradient that the next step hands back; after \
    the last step it is zero. Every gradient is a sum over t, so `gradients` begins with \
    `parameters.zeros` and only grows. After the loop the carried vector is `dInitialHidden`.
    """,
    """
    do = softmax(o_t) − onehot(y_t); dh = Wᵀ do + dNext; da = dh ⊙ (1 − h_t²); dW += do ⊗ h_t, db_o += do, \
    dU += da ⊗ x_t, dV += da ⊗ h_{t−1}, db_h += da; dNext = Vᵀ da. At t = 0, h_{t−1} is \
    `trace.initialHidden`.
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "03.1")
    func drawn(
      _ name: String, steps: Int, hidden: Int, vocabulary: Int, scale: Double = 0.6,
      inputs: [Int]? = nil
    ) -> Challenge<RNNBackwardInput> {
      Challenge(
        name,
        challengeInput(
          inputs: inputs ?? random.tokens(steps, below: vocabulary),
          targets: random.tokens(steps, below: vocabulary),
          initialHidden: random.vector(hidden, scale: 0.5),
          parameters: random.parameters(
            hiddenSize: hidden, vocabularySize: vocabulary, scale: scale)))
    }
    return [
      Challenge(
        "a a b from a zero state, H 2, V 3",
        challengeInput(
          inputs: [0, 0, 1], targets: [0, 1, 2], initialHidden: [0, 0], parameters: .readable)),
      Challenge(
        "one step from a non-zero state",
        challengeInput(
          inputs: [1], targets: [2], initialHidden: [0.6, -0.4], parameters: .readable)),
      drawn("T = 3, H 3, V 4", steps: 3, hidden: 3, vocabulary: 4),
      drawn("as many hidden units as words, T = 6", steps: 6, hidden: 4, vocabulary: 4),
      drawn(
        "T = 7, H 5, an unknown token", steps: 7, hidden: 5, vocabulary: 4,
        inputs: [0, 0, 3, 1, 1, 3, 2]),
      drawn("saturated: large weights, T = 5", steps: 5, hidden: 6, vocabulary: 4, scale: 2),
      drawn("random, T = 12, H 7, V 9", steps: 12, hidden: 7, vocabulary: 9),
      drawn("random, T = 20, H 11, V 3", steps: 20, hidden: 11, vocabulary: 3, scale: 0.3),
    ]
  },
  reference: { input in
    let (gradients, dInitialHidden) = try rnnBackward(
      input.trace, targets: input.targets, parameters: input.parameters)
    return RNNBackwardOutput(gradients: gradients, dInitialHidden: dInitialHidden)
  },
  observations: {
    [
      Observation(
        "dW", claim: "dW sums (softmax(o_t) − onehot(y_t)) ⊗ h_t over the steps", $0.gradients.W),
      Observation(
        "dbOutput", claim: "dbOutput sums softmax(o_t) − onehot(y_t)", $0.gradients.bOutput),
      Observation(
        "dbHidden", claim: "dbHidden sums da_t = (Wᵀ do_t + Vᵀ da_{t+1}) ⊙ (1 − h_t²)",
        $0.gradients.bHidden),
      Observation(
        "dU", claim: "dU sums da_t ⊗ x_t: da_t goes to the column of token t", $0.gradients.U),
      Observation(
        "dV", claim: "dV sums da_t ⊗ h_{t−1}, with the initial state at t = 0", $0.gradients.V),
      Observation(
        "dInitialHidden", claim: "dInitialHidden is what the first step hands back, Vᵀ da₀",
        $0.dInitialHidden),
    ]
  },
  properties: [gradientOfOwnForwardPass],
  sizes: {
    [
      .steps($0.trace.inputs.count), .hidden($0.parameters.hiddenSize),
      .vocabulary($0.parameters.vocabularySize),
    ]
  },
  shares: { try timeShares(of: OpenRNNBackward.self, $0) },
  ladder: rnnLadder,
  misconceptions: backwardMisconceptions)

private func challengeInput(
  inputs: [Int], targets: [Int], initialHidden: Vector, parameters: RNNParameters
) -> RNNBackwardInput {
  guard let trace = try? rnnForward(inputs, initialHidden: initialHidden, parameters: parameters)
  else { preconditionFailure("the reference's forward pass does not throw") }
  return RNNBackwardInput(trace: trace, targets: targets, parameters: parameters)
}
