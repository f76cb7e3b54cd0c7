import Checking
import Contracts
import Recurrent
import Reference

// T steps, H hidden size, V vocabulary size.

let lstmForwardExercise = Exercise<LSTMForwardInput, LSTMTrace>(
  "04.3", "The whole sequence", points: 3,
  hints: [
    """
    Look at `rnnForward` of 02.4: the loop is the same. `LSTMTrace` keeps a whole `LSTMStep` per token \
    instead of a hidden state, and two initial vectors instead of one.
    """,
    """
    Two variables live through the loop, the hidden state and the cell. Each step reads both and \
    replaces both; its logits come from the new hidden state alone.
    """,
    """
    h₋₁ = `initialHidden`, c₋₁ = `initialCell`; for t = 0 … T − 1: step t = lstmStep(x_t, h_{t−1}, \
    c_{t−1}), h_t and c_t are its `hidden` and `cell`, logits_t = W_v h_t + b_v.
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "04.3")
    func drawn(
      _ name: String, steps: Int, hidden: Int, vocabulary: Int, scale: Double = 0.6,
      inputs: [Int]? = nil
    ) -> Challenge<LSTMForwardInput> {
      Challenge(
        name,
        LSTMForwardInput(
          inputs: inputs ?? random.tokens(steps, below: vocabulary),
          initialHidden: random.vector(hidden, scale: 0.5), initialCell: random.vector(hidden),
          parameters: random.lstmParameters(
            hiddenSize: hidden, vocabularySize: vocabulary, scale: scale)))
    }
    return [
      Challenge(
        "a b from a non-zero state and cell, H 2, V 3",
        LSTMForwardInput(
          inputs: [0, 1], initialHidden: [0.6, -0.4], initialCell: [-0.9, 1.2],
          parameters: .readable)),
      Challenge(
        "a a b from zeros",
        LSTMForwardInput(
          inputs: [0, 0, 1], initialHidden: [0, 0], initialCell: [0, 0], parameters: .readable)),
      drawn("T = 1, H 3, V 5", steps: 1, hidden: 3, vocabulary: 5),
      drawn("as many hidden units as words, T = 5", steps: 5, hidden: 4, vocabulary: 4),
      drawn(
        "T = 7, H 5, an unknown token", steps: 7, hidden: 5, vocabulary: 4,
        inputs: [0, 0, 3, 1, 1, 3, 2]),
      drawn("saturated: large weights, T = 4", steps: 4, hidden: 5, vocabulary: 4, scale: 3),
      drawn("random, T = 8, H 3, V 7", steps: 8, hidden: 3, vocabulary: 7),
      drawn("random, T = 11, H 6, V 3", steps: 11, hidden: 6, vocabulary: 3, scale: 0.3),
    ]
  },
  reference: {
    try lstmForward(
      $0.inputs, initialHidden: $0.initialHidden, initialCell: $0.initialCell,
      parameters: $0.parameters)
  },
  observations: { trace in
    func overTime(_ name: String, _ claim: String, _ part: (LSTMStep) -> Vector) -> Observation {
      Observation(name, claim: claim, overTime: trace.steps.map(part))
    }
    return [
      Observation("inputs", claim: "the trace keeps the inputs as they were", trace.inputs),
      Observation(
        "initialHidden", claim: "the trace keeps the hidden state before the first step",
        trace.initialHidden),
      Observation(
        "initialCell", claim: "the trace keeps the cell before the first step", trace.initialCell),
      overTime("forgetGate", "forgetGate is made of the hidden state before the step") {
        $0.forgetGate
      },
      overTime("inputGate", "inputGate is made of the hidden state before the step") {
        $0.inputGate
      },
      overTime("candidate", "candidate is made of the hidden state before the step") {
        $0.candidate
      },
      overTime("outputGate", "outputGate is made of the hidden state before the step") {
        $0.outputGate
      },
      overTime("cell", "each step's cell goes on from the cell before the step") { $0.cell },
      overTime("hidden", "each step's hidden state shows the step's own cell") { $0.hidden },
      Observation(
        "logits", claim: "logits[t] = W_v h_t + b_v at every step", overTime: trace.logits),
    ]
  },
  misconceptions: lstmForwardMisconceptions)
