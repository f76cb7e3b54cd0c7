import Checking
import Contracts
import Recurrent

// One of the three factors of a gate's gradient taken from elsewhere, gate by gate.

/// A gate as its line in the backward pass has it.
private struct Gate: Sendable {
  /// "df".
  var name: String
  /// "the forget gate".
  var owner: String
  /// "f".
  var letter: String
  var gradient: any WritableKeyPath<OpenLSTMBackward, GateGradient> & Sendable
  var value: any KeyPath<OpenLSTMBackward.Step, Vector> & Sendable

  static let forget = Gate(
    name: "df", owner: "the forget gate", letter: "f", gradient: \.df, value: \.f)
  static let input = Gate(
    name: "di", owner: "the input gate", letter: "i", gradient: \.di, value: \.i)
  static let candidate = Gate(
    name: "dg", owner: "the candidate", letter: "g", gradient: \.dg, value: \.g)
  static let output = Gate(
    name: "do", owner: "the output gate", letter: "o", gradient: \.do, value: \.o)
}

private typealias Wrong = Misconception<LSTMBackwardInput, LSTMBackwardOutput>

let lstmGateFactorMisconceptions: [Misconception<LSTMBackwardInput, LSTMBackwardOutput>] =
  wrongUpstreams + wrongPartners + wrongSlopesOfOne + wrongSlopesOfSeveral

/// What of the cell or the hidden state reaches one gate.
private let wrongUpstreams: [Wrong] = [Gate.forget, .input, .candidate].flatMap { gate in
  [
    wrongBackward(
      "\(gate.name) from dh in place of dC",
      "The gradient of \(gate.owner) leaves out the way from h_t to c_t, and what comes back "
        + "along the cell.",
      "Does \(gate.owner) act on h_t or on c_t?"
    ) { $0[keyPath: gate.gradient].from = { $0.dHidden } },
    wrongBackward(
      "\(gate.name) from this step's own share of dC",
      "What later steps say about the cell passes by \(gate.owner).",
      "What is all of c_t's gradient?"
    ) { $0[keyPath: gate.gradient].from = { $0.own } },
  ]
}

/// What a gate is multiplied with, and another vector in its place.
private let wrongPartners: [Wrong] = [
  partner(.output, "the old cell c_{t−1} where tanh(c_t) belongs, in do", "tanh(c_t)") {
    $0.previousCell
  },
  partner(.output, "the candidate where tanh(c_t) belongs, in do", "tanh(c_t)") { $0.g },
  partner(.input, "the input gate itself where the candidate belongs, in di", "the candidate") {
    $0.i
  },
  partner(.input, "the new cell c_t where the candidate belongs, in di", "the candidate") { $0.c },
  partner(.input, "the forget gate where the candidate belongs, in di", "the candidate") { $0.f },
  partner(.input, "h_{t−1} where the candidate belongs, in di", "the candidate") {
    $0.previousHidden
  },
  partner(.input, "tanh of the candidate in di: tanh taken once more", "the candidate") {
    $0.g.map { tanh($0) }
  },
  partner(.candidate, "the candidate itself where the input gate belongs, in dg", "the input gate")
  { $0.g },
  partner(.candidate, "the output gate where the input gate belongs, in dg", "the input gate") {
    $0.o
  },
  partner(.candidate, "c_{t−1} where the input gate belongs, in dg", "the input gate") {
    $0.previousCell
  },
  partner(.forget, "tanh(c_{t−1}) where c_{t−1} belongs, in df", "the old cell itself") {
    $0.previousCell.map { tanh($0) }
  },
  partner(.forget, "the input gate where c_{t−1} belongs, in df", "the old cell") { $0.i },
  partner(.forget, "the forget gate itself where c_{t−1} belongs, in df", "the old cell") { $0.f },
]

private func partner(
  _ gate: Gate, _ name: String, _ right: String, _ wrong: @escaping GateGradient.Factor
) -> Misconception<LSTMBackwardInput, LSTMBackwardOutput> {
  wrongBackward(
    name,
    "In the forward pass \(gate.owner) is multiplied with \(right), and its gradient "
      + "\(gate.name) meets something else.",
    "With what is \(gate.letter)_t multiplied in the step?"
  ) { $0[keyPath: gate.gradient].partner = wrong }
}

/// The derivative of one activation.
private let wrongSlopesOfOne: [Wrong] = [Gate.forget, .input, .output].flatMap { gate in
  let (x, path) = (gate.letter, gate.value)
  return [
    wrongBackward(
      "\(x) where \(x)(1 − \(x)) belongs, in \(gate.name)",
      "The slope of σ for \(gate.owner) has lost its factor 1 − \(x): an open gate gets far too "
        + "much gradient.",
      "What is σ′ in terms of its value \(x)?"
    ) { $0[keyPath: gate.gradient].slope = { $0[keyPath: path] } },
    wrongBackward(
      "1 − \(x)² where \(x)(1 − \(x)) belongs, in \(gate.name): a tanh's derivative",
      "The gradient of \(gate.owner) takes the slope of tanh, though the gate came out of σ.",
      "Which function makes \(gate.owner)?"
    ) { $0[keyPath: gate.gradient].slope = { 1 - $0[keyPath: path] * $0[keyPath: path] } },
    wrongBackward(
      "\(x)(1 − \(x)) twice in \(gate.name)",
      "The gradient of \(gate.owner) is damped by the slope of its σ a second time.",
      "How often does \(gate.owner) go through σ?"
    ) {
      $0[keyPath: gate.gradient].slope = {
        let slope = $0[keyPath: path] * (1 - $0[keyPath: path])
        return slope * slope
      }
    },
  ]
}

/// The derivatives of several, and those on the way from h to c.
private let wrongSlopesOfSeveral: [Wrong] = [
  wrongBackward(
    "f, i and o where f(1 − f), i(1 − i) and o(1 − o) belong",
    "The slopes of all three gates' σ have lost their factors 1 − f, 1 − i and 1 − o.",
    "What is σ′ in terms of its value?"
  ) { pass in
    for gate in [Gate.forget, .input, .output] {
      pass[keyPath: gate.gradient].slope = { $0[keyPath: gate.value] }
    }
  },
  wrongBackward(
    "1 − f, 1 − i and 1 − o where f(1 − f), i(1 − i) and o(1 − o) belong",
    "The slopes of all three gates' σ have lost their factors f, i and o.",
    "What is σ′ in terms of its value?"
  ) { pass in
    for gate in [Gate.forget, .input, .output] {
      pass[keyPath: gate.gradient].slope = { 1 - $0[keyPath: gate.value] }
    }
  },
  wrongBackward(
    "forget, input and output gate without their derivatives",
    "The gradients of the three gates are those by f, i and o, not by the sums inside of σ.",
    "What lies between a sum W z + b and its gate?"
  ) { pass in
    for gate in [Gate.forget, .input, .output] { pass[keyPath: gate.gradient].slope = ones }
  },
  wrongBackward(
    "a sigmoid's derivative for candidate and cell: g(1 − g) and tanh(c)(1 − tanh(c))",
    "Candidate and cell go through tanh, and both get the slope of a sigmoid, y(1 − y).",
    "Which two of the five activations are no σ?"
  ) {
    $0.dg.slope = { $0.g * (1 - $0.g) }
    $0.slope = { $0.sloped * (1 - $0.sloped) }
  },
  wrongBackward(
    "tanh(c)(1 − tanh(c)) where 1 − tanh²(c) belongs",
    "The way from h to c takes the slope of a sigmoid, and changes the sign for negative cells.",
    "Which function lies between c_t and h_t?"
  ) { $0.slope = { $0.sloped * (1 - $0.sloped) } },
  wrongBackward(
    "(1 − g)² where 1 − g² belongs",
    "Positive candidates get too little gradient, and negative ones up to four times too much.",
    "What is tanh′ in terms of its value g?"
  ) { $0.dg.slope = { (1 - $0.g) * (1 - $0.g) } },
  wrongBackward(
    "(1 − tanh(c))² where 1 − tanh²(c) belongs",
    "Positive cells get too little gradient, and negative ones up to four times too much.",
    "What is tanh′ in terms of tanh(c)?"
  ) { $0.slope = { (1 - $0.sloped) * (1 - $0.sloped) } },
  // From h to c.
  wrongBackward(
    "dC with the input gate where the output gate belongs",
    "The way from h_t to c_t is weighed by how much was let in, not by how much was shown.",
    "By which gate is tanh(c) multiplied to make h?"
  ) { $0.own = { $0.dHidden * $0.i * $0.slope } },
  wrongBackward(
    "dC with the forget gate where the output gate belongs",
    "The way from h_t to c_t is weighed by how much was kept, not by how much was shown.",
    "By which gate is tanh(c) multiplied to make h?"
  ) { $0.own = { $0.dHidden * $0.f * $0.slope } },
  wrongBackward(
    "dC with the output gate's derivative: o(1 − o) where o belongs",
    "On the way from h_t to c_t the output gate is a factor, and nothing passes through its σ.",
    "Does c_t stand inside of the output gate's σ?"
  ) { $0.own = { $0.dHidden * $0.o * (1 - $0.o) * $0.slope } },
  wrongBackward(
    "dC from do in place of dh",
    "The cell gets the output gate's own gradient, on which it has no influence.",
    "Of which vector's gradient is the cell's made: h_t's or o_t's?"
  ) { pass in
    let output = pass.do
    pass.own = { output($0) * $0.o * $0.slope }
  },
]
