import Checking
import Contracts
import Recurrent
import Reference

// T steps, H hidden size, V vocabulary size.

let forwardExercise = Exercise<RNNForwardInput, RNNTrace>(
  "02.4", "The whole sequence", points: 4,
  hints: [
    """
    Look at the fields of `RNNTrace` and how long each is: `hidden` and `logits` have one entry per \
    token of `inputs`. The state before the first step has a field of its own.
    """,
    """
    You need one variable that lives through the loop: the hidden state. It begins as `initialHidden`; \
    each step reads it, replaces it, and computes the step's logits from the new one.
    """,
    """
    h₋₁ = `initialHidden`; for t = 0 … T − 1: h_t = step(x_t, h_{t−1}) and logits_t = W h_t + b_o. No \
    softmax here: the loss takes the logits.
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "02.4")
    func drawn(
      _ name: String, steps: Int, hidden: Int, vocabulary: Int, scale: Double = 0.6,
      inputs: [Int]? = nil
    ) -> Challenge<RNNForwardInput> {
      Challenge(
        name,
        RNNForwardInput(
          inputs: inputs ?? random.tokens(steps, below: vocabulary),
          initialHidden: random.vector(hidden, scale: 0.5),
          parameters: random.parameters(
            hiddenSize: hidden, vocabularySize: vocabulary, scale: scale)))
    }
    return [
      Challenge(
        "a a b from a zero state, H 2, V 3",
        RNNForwardInput(inputs: [0, 0, 1], initialHidden: [0, 0], parameters: .readable)),
      Challenge(
        "a b from a non-zero state",
        RNNForwardInput(inputs: [0, 1], initialHidden: [0.6, -0.4], parameters: .readable)),
      drawn("T = 1, H 3, V 5", steps: 1, hidden: 3, vocabulary: 5),
      drawn("as large as the lesson's network", steps: 40, hidden: 50, vocabulary: 4, scale: 0.15),
      drawn("T = 0: nothing to read", steps: 0, hidden: 3, vocabulary: 5),
      drawn("as many hidden units as words, T = 6", steps: 6, hidden: 4, vocabulary: 4),
      drawn(
        "T = 7, H 5, an unknown token", steps: 7, hidden: 5, vocabulary: 4,
        inputs: [0, 0, 3, 1, 1, 3, 2]),
      drawn("saturated: large weights, T = 5", steps: 5, hidden: 6, vocabulary: 4, scale: 3),
      drawn("random, T = 12, H 7, V 9", steps: 12, hidden: 7, vocabulary: 9),
      drawn("random, T = 20, H 11, V 3", steps: 20, hidden: 11, vocabulary: 3, scale: 0.3),
    ]
  },
  reference: {
    try rnnForward($0.inputs, initialHidden: $0.initialHidden, parameters: $0.parameters)
  },
  observations: {
    [
      Observation("inputs", claim: "the trace keeps the inputs as they were", $0.inputs),
      Observation(
        "initialHidden", claim: "the trace keeps the state before the first step", $0.initialHidden),
      Observation(
        "hidden", claim: "hidden[t] = tanh(U x + V hidden[t − 1] + b_h) at every step",
        overTime: $0.hidden),
      Observation(
        "logits", claim: "logits[t] = W hidden[t] + b_o at every step", overTime: $0.logits),
    ]
  },
  sizes: { [.steps($0.inputs.count), .hidden($0.parameters.hiddenSize)] },
  misconceptions: forwardMisconceptions + OpenRNNForward.commonMisconceptions + forwardSlips)
