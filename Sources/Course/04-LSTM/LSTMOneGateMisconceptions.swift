import Checking
import Contracts
import Recurrent
import Reference

// One gate's activation or its bias, gate by gate, and what is handed back of it.

private typealias Wrong = Misconception<LSTMStepInput, LSTMStep>

let lstmOneGateMisconceptions: [Misconception<LSTMStepInput, LSTMStep>] =
  activations + otherActivations + biases + handedBack

private let gates: [(name: String, gate: OpenLSTMStep.Gate)] = [
  ("forget", .forget), ("input", .input), ("output", .output),
]

private let activations: [Wrong] = gates.flatMap { name, which in
  let article = name == "forget" ? "a" : "an"
  func wrong(
    _ what: String, _ explanation: String, _ question: String,
    _ activation: @escaping @Sendable (Vector) throws -> Vector
  ) -> Wrong {
    wrongLSTMStep("\(article) \(name) gate \(what)", explanation, question) {
      $0.activateGate = { sum, gate in gate == which ? try activation(sum) : try sigmoid(sum) }
    }
  }
  return [
    wrong(
      "without its activation",
      "The \(name) gate is its plain sum, which may be negative or far above 1.",
      "Between which two numbers must a share lie?"
    ) { $0 },
    wrong(
      "through sigmoid twice", "The \(name) gate is at least half open, whatever its sum says.",
      "What is the smallest value of σ(σ(x))?"
    ) { try sigmoid(sigmoid($0)) },
    wrong(
      "through ReLU", "The \(name) gate may be far above 1, and then amplifies what it weighs.",
      "Between which two numbers must a share lie?"
    ) { $0.map { max(0, $0) } },
    wrong(
      "through softmax", "The units of the \(name) gate compete, so that only one can be open.",
      "Does the gate of one unit depend on those of the others?"
    ) { try softmax($0) },
    wrong(
      "with the opposite sign in its sigmoid: σ(−x)",
      "The \(name) gate is closed where its sum says open: it is 1 less what it should be.",
      "Which sign has the exponent in σ?"
    ) { try sigmoid(-$0) },
  ]
}

private let otherActivations: [Wrong] = [
  wrongLSTMStep(
    "gates through a hard sigmoid: 0.2 x + 0.5, cut at 0 and 1",
    "All three gates follow a straight line, as some frameworks once had it, and not σ.",
    "Which function makes the gates?"
  ) {
    $0.activateGate = { sum, _ in sum.map { min(1, max(0, 0.2 * $0 + 0.5)) } }
  },
  wrongLSTMStep(
    "gates through ReLU", "All gates may be far above 1, and then amplify what they weigh.",
    "Between which two numbers must a share lie?"
  ) { $0.activateGate = { sum, _ in sum.map { max(0, $0) } } },
  wrongLSTMStep(
    "gates with the opposite sign in their sigmoid: σ(−x)",
    "All gates are closed where their sums say open: each is 1 less what it should be.",
    "Which sign has the exponent in σ?"
  ) { $0.activateGate = { sum, _ in try sigmoid(-sum) } },
  wrongLSTMStep(
    "a candidate through tanh twice", "The candidate has been squeezed a second time.",
    "How often does the candidate go through tanh?"
  ) { $0.activateCandidate = { try tanh(tanh($0)) } },
  wrongLSTMStep(
    "a candidate through softmax", "The units of the candidate compete, and none is negative.",
    "Can what is added to the cell be negative?"
  ) { $0.activateCandidate = { try softmax($0) } },
  wrongLSTMStep(
    "σ for the candidate and tanh for the gates", "The two functions stand in each other's place.",
    "Which of the four sums go through σ, and which through tanh?"
  ) {
    $0.activateGate = { sum, _ in try tanh(sum) }
    $0.activateCandidate = { try sigmoid($0) }
  },
  wrongLSTMStep(
    "tanh for the output gate and σ for the candidate",
    "Output gate and candidate go through each other's functions.",
    "Which of the four sums go through σ, and which through tanh?"
  ) {
    $0.activateGate = { sum, gate in gate == .output ? try tanh(sum) : try sigmoid(sum) }
    $0.activateCandidate = { try sigmoid($0) }
  },
]

private let biases: [Wrong] = [
  wrongLSTMStep(
    "all biases added twice", "The four sums hold their biases twice.",
    "How often is a bias added to its product?"
  ) {
    $0.weights = { p in
      for bias in [\LSTMParameters.bf, \.bi, \.bg, \.bo] { p[keyPath: bias] *= 2 }
    }
  },
  wrongLSTMStep(
    "biases that are subtracted", "The four sums lack their biases twice over: W z − b.",
    "Which sign stands between W z and b?"
  ) {
    $0.weights = { p in
      for bias in [\LSTMParameters.bf, \.bi, \.bg, \.bo] { p[keyPath: bias] *= -1 }
    }
  },
  wrongLSTMStep(
    "the forget gate's bias in all four sums",
    "Each sum has its own weights, and all of them the bias of the forget gate.",
    "How many biases does a step add?"
  ) {
    $0.weights = { p in
      for bias in [\LSTMParameters.bi, \.bg, \.bo] { p[keyPath: bias] = p.bf }
    }
  },
  wrongLSTMStep(
    "the token's next neighbour in x", "x has its one at the place behind that of the token.",
    "At which place does the one-hot vector of token k have its one?"
  ) {
    $0.z = { hidden, x, _ in
      hidden.concatenated(with: Vector(x.indices.map { x[($0 + x.count - 1) % x.count] }))
    }
  },
]

/// The right step, with one field of it holding something else.
private let handedBack: [Wrong] = [
  field("the forget gate's sum handed back in place of the gate", "forgetGate") {
    $1.forgetGate = $0.forget
  },
  field("the input gate's sum handed back in place of the gate", "inputGate") {
    $1.inputGate = $0.input
  },
  field("the candidate's sum handed back in place of the candidate", "candidate") {
    $1.candidate = $0.candidate
  },
  field("the output gate's sum handed back in place of the gate", "outputGate") {
    $1.outputGate = $0.output
  },
  field("i ⊙ g handed back as the candidate", "candidate") {
    $1.candidate = $1.inputGate * $1.candidate
  },
  field("i ⊙ g handed back as the input gate", "inputGate") {
    $1.inputGate = $1.inputGate * $1.candidate
  },
]

private func field(
  _ name: String, _ field: String,
  _ change: @escaping @Sendable (OpenLSTMStep.Sums, inout LSTMStep) throws -> Void
) -> Wrong {
  wrongLSTMStep(
    name, "All is computed rightly, but the field `\(field)` holds another vector of the step.",
    "Which vector of the step does `\(field)` stand for?"
  ) { $0.finish = { sums, _, step in try change(sums, &step) } }
}
