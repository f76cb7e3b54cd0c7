import Checking
import Contracts
import Recurrent
import Reference

let networkExercise = Exercise<NetworkInput, NetworkOutput>(
  "05.1", "The network", points: 3,
  hints: [
    """
    Look at the two properties of `CountingNetwork`. Each is a layer of the framework; `init` makes \
    them, and calling the network calls one after the other.
    """,
    """
    The LSTM reads V numbers per step and has H hidden units. It returns the hidden states of all steps \
    and its last state; the linear layer turns H numbers per step into V logits.
    """,
    """
    lstm: V → H, output: H → V with a bias only if `outputBias` says so. logits = output(lstm(x).output), \
    T × V; no softmax, which is part of the loss.
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "05.1")
    func drawn(
      _ name: String, steps: Int, hidden: Int, vocabulary: Int, bias: Bool, earlier: Int = 0
    ) -> Challenge<NetworkInput> {
      Challenge(
        name,
        NetworkInput(
          weights: random.network(hidden: hidden, vocabulary: vocabulary, outputBias: bias),
          inputs: random.tokens(steps, below: vocabulary),
          earlier: random.tokens(earlier, below: vocabulary)))
    }
    return [
      drawn("one step, H 2, V 3, no output bias", steps: 1, hidden: 2, vocabulary: 3, bias: false),
      drawn("T 5, H 3, V 4, with an output bias", steps: 5, hidden: 3, vocabulary: 4, bias: true),
      drawn("T 7, H 4, V 4, no output bias", steps: 7, hidden: 4, vocabulary: 4, bias: false),
      drawn("random, T 12, H 9, V 5", steps: 12, hidden: 9, vocabulary: 5, bias: true),
      drawn(
        "T 5, H 3, V 4, the second sequence of one network", steps: 5, hidden: 3, vocabulary: 4,
        bias: true, earlier: 4),
    ]
  },
  reference: { try networkOutput($0) },
  observations: {
    [
      Observation(
        "parameterNames",
        claim: "the network's parameters are the LSTM's four and the linear layer's",
        $0.parameterNames),
      Observation(
        "logits", claim: "logits[t] = output(h_t), with h_t the LSTM's hidden state at step t",
        overTime: $0.logits),
    ]
  },
  misconceptions: [
    wrong(
      "a softmax on the logits",
      "The network gives probabilities, and the loss takes a softmax of them again.",
      "What does the cross-entropy expect: logits or probabilities?"
    ) { try softmax($0) },
    wrong(
      "a log-softmax on the logits",
      """
      The network gives logarithms of probabilities; the loss would bear it, but logits they \
      are not.
      """, "Which part of the loss takes the logarithm?"
    ) {
      let probabilities = try softmax($0)
      return probabilities.map { log($0) }
    },
    wrong(
      "a tanh on the logits",
      "All logits are squeezed between −1 and 1, so no prediction can ever be sure.",
      "In which range may a logit lie?"
    ) { try tanh($0) },
    wrong(
      "a sigmoid on the logits",
      "All logits are squeezed between 0 and 1, so no prediction can ever be sure.",
      "In which range may a logit lie?"
    ) { try sigmoid($0) },
    wrong(
      "a ReLU on the logits",
      "All negative logits become 0, so the unlikely words cannot be told from each other.",
      "May a logit be negative?"
    ) { $0.map { max(0, $0) } },
    Misconception(
      "the last step's logits alone",
      explanation: "Only one prediction is given, where every step makes one.",
      question: "How many predictions does the network make?"
    ) {
      var result = try networkOutput($0)
      result.logits = result.logits.suffix(1)
      return result
    },
    Misconception(
      "an output bias whatever `outputBias` says",
      explanation:
        "`outputBias` is not passed on, so the network always has a bias, which it trains.",
      question: "Where is `outputBias` used?"
    ) {
      var result = try networkOutput($0)
      if $0.weights.outputBias == nil { result.parameterNames.append("output.bias") }
      return result
    },
    Misconception(
      "no output bias whatever `outputBias` says",
      explanation: "The network lacks its bias where one is asked for.",
      question: "Where is `outputBias` used?"
    ) { input in
      var input = input
      input.weights.outputBias = nil
      return try networkOutput(input)
    },
    Misconception(
      "logits from the memory cell",
      explanation:
        "The logits see the whole memory, though the output gate should choose what is shown.",
      question: "Which of its two states does an LSTM show?"
    ) { input in
      let model = NetworkModel(input.weights)
      let p = model.fromScratch
      var result = try networkOutput(input)
      result.logits = try model.trace(input.inputs).steps.map { p.Wv * $0.cell + p.bv }
      return result
    },
    Misconception(
      "a ReLU between the LSTM and the output",
      explanation: "Negative hidden states are lost before the output layer sees them.",
      question: "Which layers does the picture of the network have?"
    ) { input in
      let model = NetworkModel(input.weights)
      let p = model.fromScratch
      var result = try networkOutput(input)
      result.logits = try model.trace(input.inputs).steps.map { step in
        p.Wv * step.hidden.map { max(0, $0) } + p.bv
      }
      return result
    },
  ] + networkSlips, symptoms: networkSymptoms)

func networkOutput(_ input: NetworkInput) throws -> NetworkOutput {
  NetworkOutput(
    parameterNames: input.weights.names,
    logits: try NetworkModel(input.weights).trace(input.inputs).logits)
}

private func wrong(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (Vector) throws -> Vector
) -> Misconception<NetworkInput, NetworkOutput> {
  Misconception(
    name, explanation: explanation, question: question, editing: { try networkOutput($0) }
  ) { _, result in result.logits = try result.logits.map(change) }
}

extension SeededRandom {
  /// Random numbers throughout, as in other challenges: a zero bias would hide mistakes.
  mutating func network(
    hidden: Int, vocabulary: Int, scale: Double = 0.5, outputBias: Bool
  ) -> NetworkWeights {
    NetworkWeights(
      inputHidden: scale * normal(4 * hidden, vocabulary),
      hiddenHidden: scale * normal(4 * hidden, hidden),
      inputBias: vector(4 * hidden, scale: scale), hiddenBias: vector(4 * hidden, scale: scale),
      output: scale * normal(vocabulary, hidden),
      outputBias: outputBias ? vector(vocabulary, scale: scale) : nil)
  }
}
