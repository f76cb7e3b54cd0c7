import Checking
import Contracts
import Recurrent
import Reference

// T steps, H hidden size, V vocabulary size.

let gruBackwardExercise = Exercise<GRUBackwardInput, GRUBackwardOutput>(
  "07.4", "The backward pass", points: 9,
  hints: [
    """
    Look at the drawing of the cell with its arrows turned round. h′ is used in four places, so four \
    arrows arrive at it. `trace.steps[t]` holds values that have been through σ and tanh already; only \
    `recurrentTerm` has not been through anything.
    """,
    """
    Carry one vector of H elements, dHidden, zero after the last step. At each step: dHidden whole, \
    then one gradient each by what went into the candidate, the update gate, the reset gate, in this \
    order, and one by the recurrent term. Take T = 1 from a non-zero state first.
    """,
    """
    dh = W_vᵀ(p − y) + dhNext; dn = dh⊙(1 − z)⊙(1 − n²), dz = dh⊙(h′ − n)⊙z⊙(1 − z), \
    dr = dn⊙q⊙r⊙(1 − r), dq = dn⊙r; x meets dr, dz, dn and h′ meets dr, dz, dq, in weights and biases; \
    dhNext = dh⊙z + W_hrᵀ dr + W_hzᵀ dz + W_hnᵀ dq.
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "07.4")
    func drawn(
      _ name: String, steps: Int, hidden: Int, vocabulary: Int, scale: Double = 0.6,
      inputs: [Int]? = nil
    ) -> Challenge<GRUBackwardInput> {
      Challenge(
        name,
        challengeInput(
          inputs: inputs ?? random.tokens(steps, below: vocabulary),
          targets: random.tokens(steps, below: vocabulary),
          initialHidden: random.vector(hidden, scale: 0.5),
          parameters: random.gruParameters(
            hiddenSize: hidden, vocabularySize: vocabulary, scale: scale)))
    }
    return [
      Challenge(
        "one step from zeros, H 2, V 3",
        challengeInput(
          inputs: [1], targets: [2], initialHidden: [0, 0], parameters: .readable)),
      Challenge(
        "one step from a non-zero state",
        challengeInput(
          inputs: [1], targets: [2], initialHidden: [0.6, -0.4], parameters: .readable)),
      Challenge(
        "a a b from a non-zero state",
        challengeInput(
          inputs: [0, 0, 1], targets: [0, 1, 2], initialHidden: [0.6, -0.4],
          parameters: .readable)),
      drawn("as many hidden units as words, T = 2", steps: 2, hidden: 4, vocabulary: 4),
      drawn(
        "T = 5, H 3, an unknown token", steps: 5, hidden: 3, vocabulary: 4,
        inputs: [0, 3, 1, 3, 2]),
      drawn("saturated: large weights, T = 3", steps: 3, hidden: 3, vocabulary: 5, scale: 2),
      drawn("random, T = 6, H 5, V 3", steps: 6, hidden: 5, vocabulary: 3, scale: 0.3),
    ]
  },
  reference: { input in
    let (gradients, dInitialHidden) = try gruBackward(
      input.trace, targets: input.targets, parameters: input.parameters)
    return GRUBackwardOutput(gradients: gradients, dInitialHidden: dInitialHidden)
  },
  observations: {
    [
      Observation(
        "dWv", claim: "dWv sums (softmax(logits_t) − onehot(y_t)) ⊗ h_t over the steps",
        $0.gradients.Wv),
      Observation("dbv", claim: "dbv sums softmax(logits_t) − onehot(y_t)", $0.gradients.bv),
      Observation(
        "dbxn",
        claim:
          "dbxn sums dn = dh ⊙ (1 − z) ⊙ (1 − n²), dh = Wvᵀ dlogits + what comes back",
        $0.gradients.bxn),
      Observation(
        "dbxz", claim: "dbxz sums dz = dh ⊙ (h_{t−1} − n) ⊙ z ⊙ (1 − z)", $0.gradients.bxz),
      Observation("dbxr", claim: "dbxr sums dr = dn ⊙ q ⊙ r ⊙ (1 − r)", $0.gradients.bxr),
      Observation("dbhn", claim: "dbhn sums dq = dn ⊙ r", $0.gradients.bhn),
      Observation("dbhz", claim: "dbhz sums dz, as dbxz does", $0.gradients.bhz),
      Observation("dbhr", claim: "dbhr sums dr, as dbxr does", $0.gradients.bhr),
      Observation("dWxn", claim: "dWxn sums dn ⊗ x_t", $0.gradients.Wxn),
      Observation("dWxz", claim: "dWxz sums dz ⊗ x_t", $0.gradients.Wxz),
      Observation("dWxr", claim: "dWxr sums dr ⊗ x_t", $0.gradients.Wxr),
      Observation("dWhn", claim: "dWhn sums dq ⊗ h_{t−1}", $0.gradients.Whn),
      Observation("dWhz", claim: "dWhz sums dz ⊗ h_{t−1}", $0.gradients.Whz),
      Observation("dWhr", claim: "dWhr sums dr ⊗ h_{t−1}", $0.gradients.Whr),
      Observation(
        "dInitialHidden",
        claim:
          "dInitialHidden is what the first step hands back, dh ⊙ z + Whrᵀ dr + Whzᵀ dz + Whnᵀ dq",
        $0.dInitialHidden),
    ]
  },
  properties: [gradientOfOwnGRU],
  sizes: {
    [
      .steps($0.trace.inputs.count), .hidden($0.parameters.hiddenSize),
      .vocabulary($0.parameters.vocabularySize),
    ]
  },
  shares: { try timeShares(of: OpenGRUBackward.self, $0) },
  ladder: gruLadder,
  misconceptions: gruGateMisconceptions + gruSlopeMisconceptions + gruCarryMisconceptions
    + lossMisconceptions(of: OpenGRUBackward.self, weight: "Whr") + gruSumMisconceptions
    + gruSlipMisconceptions + gruMetMisconceptions)

private func challengeInput(
  inputs: [Int], targets: [Int], initialHidden: Vector, parameters: GRUParameters
) -> GRUBackwardInput {
  guard
    let trace = try? gruForward(inputs, initialHidden: initialHidden, parameters: parameters)
  else { preconditionFailure("the reference's forward pass does not throw") }
  return GRUBackwardInput(trace: trace, targets: targets, parameters: parameters)
}
