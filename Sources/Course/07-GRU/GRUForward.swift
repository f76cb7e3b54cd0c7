import Checking
import Contracts
import Recurrent
import Reference

// T steps, H hidden size, V vocabulary size.

let gruForwardExercise = Exercise<GRUForwardInput, GRUTrace>(
  "07.3", "The whole sequence", points: 2,
  hints: [
    """
    Look at `lstmForward` of 04.3 and take away its cell: the trace keeps a whole `GRUStep` per token, \
    and one initial vector.
    """,
    """
    One variable lives through the loop, the hidden state. Each step reads it and replaces it; its \
    logits come from the new one.
    """,
    """
    h₋₁ = `initialHidden`; for t = 0 … T − 1: step t = gruStep(x_t, h_{t−1}), h_t is its `hidden`, \
    logits_t = W_v h_t + b_v.
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "07.3")
    func drawn(
      _ name: String, steps: Int, hidden: Int, vocabulary: Int, scale: Double = 0.6,
      inputs: [Int]? = nil
    ) -> Challenge<GRUForwardInput> {
      Challenge(
        name,
        GRUForwardInput(
          inputs: inputs ?? random.tokens(steps, below: vocabulary),
          initialHidden: random.vector(hidden, scale: 0.5),
          parameters: random.gruParameters(
            hiddenSize: hidden, vocabularySize: vocabulary, scale: scale)))
    }
    return [
      Challenge(
        "a b from a non-zero state, H 2, V 3",
        GRUForwardInput(inputs: [0, 1], initialHidden: [0.6, -0.4], parameters: .readable)),
      Challenge(
        "a a b from zeros",
        GRUForwardInput(inputs: [0, 0, 1], initialHidden: [0, 0], parameters: .readable)),
      drawn("T = 1, H 3, V 5", steps: 1, hidden: 3, vocabulary: 5),
      drawn("as many hidden units as words, T = 5", steps: 5, hidden: 4, vocabulary: 4),
      drawn(
        "T = 7, H 5, an unknown token", steps: 7, hidden: 5, vocabulary: 4,
        inputs: [0, 0, 3, 1, 1, 3, 2]),
      drawn("saturated: large weights, T = 4", steps: 4, hidden: 5, vocabulary: 4, scale: 3),
      drawn("random, T = 11, H 6, V 3", steps: 11, hidden: 6, vocabulary: 3, scale: 0.3),
    ]
  },
  reference: {
    try gruForward($0.inputs, initialHidden: $0.initialHidden, parameters: $0.parameters)
  },
  observations: { trace in
    func overTime(_ name: String, _ claim: String, _ part: (GRUStep) -> Vector) -> Observation {
      Observation(name, claim: claim, overTime: trace.steps.map(part))
    }
    return [
      Observation("inputs", claim: "the trace keeps the inputs as they were", trace.inputs),
      Observation(
        "initialHidden", claim: "the trace keeps the hidden state before the first step",
        trace.initialHidden),
      overTime("resetGate", "resetGate is made of the hidden state before the step") {
        $0.resetGate
      },
      overTime("updateGate", "updateGate is made of the hidden state before the step") {
        $0.updateGate
      },
      overTime("recurrentTerm", "recurrentTerm is made of the hidden state before the step") {
        $0.recurrentTerm
      },
      overTime("candidate", "candidate is made of the hidden state before the step") {
        $0.candidate
      },
      overTime("hidden", "each step's hidden state goes on from the one before the step") {
        $0.hidden
      },
      Observation(
        "logits", claim: "logits[t] = W_v h_t + b_v at every step", overTime: trace.logits),
    ]
  },
  misconceptions: gruForwardMisconceptions)
