import Checking
import Contracts
import Recurrent
import Reference

/// Wrong steps that people really write.
let lstmStepMisconceptions: [Misconception<LSTMStepInput, LSTMStep>] = [
  // Which weights.
  wrong(
    "the weights of forget and input gate exchanged", "",
    "In which order does `LSTMParameters` list its gates?"
  ) {
    $0.weights = { p in
      swap(&p.Wf, &p.Wi)
      swap(&p.bf, &p.bi)
    }
  },
  wrong(
    "the weights of candidate and output gate exchanged", "",
    "In which order does `LSTMParameters` list its gates?"
  ) {
    $0.weights = { p in
      swap(&p.Wg, &p.Wo)
      swap(&p.bg, &p.bo)
    }
  },
  wrong(
    "the weights of input gate and candidate exchanged", "",
    "In which order does `LSTMParameters` list its gates?"
  ) {
    $0.weights = { p in
      swap(&p.Wi, &p.Wg)
      swap(&p.bi, &p.bg)
    }
  },
  wrong(
    "the gates' weights taken in the order i, f, o, g", "",
    "In which order does `LSTMParameters` list its gates?"
  ) {
    $0.weights = { p in
      swap(&p.Wf, &p.Wi)
      swap(&p.bf, &p.bi)
      swap(&p.Wg, &p.Wo)
      swap(&p.bg, &p.bo)
    }
  },
  wrong(
    "the biases of forget and input gate exchanged", "",
    "Which bias belongs to the forget gate's sum?"
  ) { $0.weights = { swap(&$0.bf, &$0.bi) } },
  wrong(
    "the biases of candidate and output gate exchanged", "",
    "Which bias belongs to the output's sum?"
  ) { $0.weights = { swap(&$0.bg, &$0.bo) } },
  wrong("gates without their biases", "", "What is a gate if h′ and x are zero?") {
    $0.weights = { p in
      for bias in [\LSTMParameters.bf, \.bi, \.bg, \.bo] { p[keyPath: bias] *= 0 }
    }
  },
  wrong(
    "the forget gate's weights in all gates", "", "How many matrices does a step multiply with?"
  ) {
    $0.weights = { p in
      for weight in [\LSTMParameters.Wi, \.Wg, \.Wo] { p[keyPath: weight] = p.Wf }
    }
  },
  // z.
  wrong("x above h′ in z", "", "Which of the two do the first H columns of W_f meet?") {
    $0.z = { hidden, x, _ in x.concatenated(with: hidden) }
  },
  wrong("a z without the hidden state", "", "How does a gate know what was read before?") {
    $0.z = { hidden, x, _ in Vector(zeros: hidden.count).concatenated(with: x) }
  },
  wrong("a z without the input", "", "Do your gates depend on `token`?") {
    $0.z = { hidden, x, _ in hidden.concatenated(with: Vector(zeros: x.count)) }
  },
  wrong(
    "the cell in z in place of the hidden state", "", "Do the gates of this LSTM look at the cell?"
  ) {
    $0.z = { _, x, cell in cell.concatenated(with: x) }
  },
  wrong("tanh of the hidden state in z", "", "`hidden` has been through tanh: does it go again?") {
    $0.z = { hidden, x, _ in try tanh(hidden).concatenated(with: x) }
  },
  // Activations.
  wrong("a candidate through sigmoid", "", "Can what is added to the cell be negative?") {
    $0.activateCandidate = { try sigmoid($0) }
  },
  wrong("a candidate without its activation", "", "In which range does the candidate lie?") {
    $0.activateCandidate = { $0 }
  },
  wrong("gates through tanh", "", "Between which two numbers must a share lie?") {
    $0.activateGate = { gate, _ in try tanh(gate) }
  },
  wrong("a forget gate through tanh", "", "Between which two numbers must a share lie?") {
    $0.activateGate = { gate, name in name == .forget ? try tanh(gate) : try sigmoid(gate) }
  },
  wrong("an input gate through tanh", "", "Between which two numbers must a share lie?") {
    $0.activateGate = { gate, name in name == .input ? try tanh(gate) : try sigmoid(gate) }
  },
  wrong("an output gate through tanh", "", "Between which two numbers must a share lie?") {
    $0.activateGate = { gate, name in name == .output ? try tanh(gate) : try sigmoid(gate) }
  },
  wrong("gates through sigmoid twice", "", "What is the smallest value of σ(σ(x))?") {
    $0.activateGate = { gate, _ in try sigmoid(sigmoid(gate)) }
  },
  wrong("gates without their activation", "", "Between which two numbers must a share lie?") {
    $0.activateGate = { gate, _ in gate }
  },
  // The cell.
  wrong("a cell without its forget gate: c′ + i ⊙ g", "", "What does f do to the old cell?") {
    $0.cell = { $0.old + $0.i * $0.g }
  },
  wrong("a cell without its input gate: f ⊙ c′ + g", "", "What does i do to the candidate?") {
    $0.cell = { $0.f * $0.old + $0.g }
  },
  wrong("a cell that forgets all: i ⊙ g", "", "What becomes of the old cell where f is near 1?") {
    $0.cell = { $0.i * $0.g }
  },
  wrong("a cell that takes in nothing: f ⊙ c′", "", "Where does the candidate come in?") {
    $0.cell = { $0.f * $0.old }
  },
  wrong("i ⊙ g added twice", "", "How often does the candidate enter the cell?") {
    $0.cell = { $0.f * $0.old + 2 * ($0.i * $0.g) }
  },
  wrong(
    "forget and input gate exchanged in the cell: i ⊙ c′ + f ⊙ g", "",
    "Which gate stands before the old cell?"
  ) { $0.cell = { $0.i * $0.old + $0.f * $0.g } },
  wrong(
    "1 − f before the old cell", "", "What should be left of the old cell where f is 1?"
  ) { $0.cell = { (1 - $0.f) * $0.old + $0.i * $0.g } },
  wrong(
    "1 − f in place of the input gate", "", "Is what is let in bound to what is forgotten here?"
  ) { $0.cell = { $0.f * $0.old + (1 - $0.f) * $0.g } },
  wrong("a forget gate before the whole sum: f ⊙ (c′ + i ⊙ g)", "", "What does f apply to?") {
    $0.cell = { $0.f * ($0.old + $0.i * $0.g) }
  },
  wrong("a product of the cell's two parts", "", "How are what is kept and what is new combined?") {
    $0.cell = { $0.f * $0.old * ($0.i * $0.g) }
  },
  wrong("the cell through tanh", "", "Could a cell through tanh count to five?") {
    $0.cell = { try tanh($0.f * $0.old + $0.i * $0.g) }
  },
  wrong(
    "the hidden state in place of the old cell: f ⊙ h′ + i ⊙ g", "",
    "Which of the two states is c′?"
  ) { $0.cell = { $0.f * $0.hidden + $0.i * $0.g } },
  // The hidden state.
  wrong("a hidden state without tanh: o ⊙ c", "", "In which range must every element of h lie?") {
    $0.shown = { $0.o * $0.c }
  },
  wrong("a hidden state tanh(o ⊙ c)", "", "Does tanh apply to the cell or to what is shown of it?")
  {
    $0.shown = { try tanh($0.o * $0.c) }
  },
  wrong("a hidden state without its output gate: tanh(c)", "", "Where does o come in?") {
    $0.shown = { try tanh($0.c) }
  },
  wrong("a hidden state through sigmoid: o ⊙ σ(c)", "", "Can an element of h be negative?") {
    $0.shown = { $0.o * (try sigmoid($0.c)) }
  },
  wrong(
    "a hidden state of the old cell: o ⊙ tanh(c′)", "", "Is the cell renewed before it is shown?"
  ) {
    $0.shown = { $0.o * (try tanh($0.old)) }
  },
  wrong("a hidden state of the candidate: o ⊙ tanh(g)", "", "What does the output gate show?") {
    $0.shown = { $0.o * (try tanh($0.g)) }
  },
  // What is handed back.
  wrong("sums handed back in place of gates", "", "Are the gates asked for before or after σ?") {
    $0.finish = { sums, _, step in
      step.forgetGate = sums.forget
      step.inputGate = sums.input
      step.candidate = sums.candidate
      step.outputGate = sums.output
    }
  },
  wrong("new cell and new hidden state exchanged", "", "Which of the two is unbounded?") {
    $0.finish = { _, _, step in swap(&step.cell, &step.hidden) }
  },
  wrong("the old cell handed back", "", "Which cell should the next step begin with?") {
    $0.finish = { _, input, step in step.cell = input.cell }
  },
  wrong(
    "the old hidden state handed back", "", "Which hidden state should the next step begin with?"
  ) {
    $0.finish = { _, input, step in step.hidden = input.hidden }
  },
  wrong("forget and input gate exchanged in the result", "", "Which gate did W_f make?") {
    $0.finish = { _, _, step in swap(&step.forgetGate, &step.inputGate) }
  },
  wrong("candidate and output gate exchanged in the result", "", "Which of the two did W_g make?") {
    $0.finish = { _, _, step in swap(&step.candidate, &step.outputGate) }
  },
  wrong(
    "tanh of the cell handed back as the cell", "", "Which cell should the next step begin with?"
  ) {
    $0.finish = { _, _, step in step.cell = try tanh(step.cell) }
  },
]

// MARK: - A step with its decisions laid open

private struct OpenStep: Sendable {
  enum Gate { case forget, input, output }

  /// What the cell and the hidden state are made of.
  struct Terms {
    var f, i, g, o: Vector
    /// h′ and c′.
    var hidden, old: Vector
    /// The new cell, as soon as there is one.
    var c: Vector
  }

  /// What goes into the activations.
  struct Sums { var forget, input, candidate, output: Vector }

  // The defaults are the right ones.
  var weights: @Sendable (inout LSTMParameters) -> Void = { _ in } {
    didSet {
      weights = { [oldValue, weights] p in
        oldValue(&p)
        weights(&p)
      }
    }
  }
  var z: @Sendable (_ hidden: Vector, _ x: Vector, _ cell: Vector) throws -> Vector = {
    hidden, x, _ in hidden.concatenated(with: x)
  }
  var activateGate: @Sendable (Vector, Gate) throws -> Vector = { gate, _ in try sigmoid(gate) }
  var activateCandidate: @Sendable (Vector) throws -> Vector = { try tanh($0) }
  var cell: @Sendable (Terms) throws -> Vector = { $0.f * $0.old + $0.i * $0.g }
  var shown: @Sendable (Terms) throws -> Vector = { $0.o * (try tanh($0.c)) }
  var finish: @Sendable (Sums, LSTMStepInput, inout LSTMStep) throws -> Void = { _, _, _ in } {
    didSet {
      finish = { [oldValue, finish] sums, input, step in
        try oldValue(sums, input, &step)
        try finish(sums, input, &step)
      }
    }
  }

  func callAsFunction(_ input: LSTMStepInput) throws -> LSTMStep {
    var p = input.parameters
    weights(&p)
    let z = try z(input.hidden, oneHot(input.token, size: p.vocabularySize), input.cell)
    let sums = Sums(
      forget: p.Wf * z + p.bf, input: p.Wi * z + p.bi, candidate: p.Wg * z + p.bg,
      output: p.Wo * z + p.bo)
    var terms = Terms(
      f: try activateGate(sums.forget, .forget), i: try activateGate(sums.input, .input),
      g: try activateCandidate(sums.candidate), o: try activateGate(sums.output, .output),
      hidden: input.hidden, old: input.cell, c: input.cell)
    terms.c = try cell(terms)
    var step = LSTMStep(
      forgetGate: terms.f, inputGate: terms.i, candidate: terms.g, outputGate: terms.o,
      cell: terms.c, hidden: try shown(terms))
    try finish(sums, input, &step)
    return step
  }
}

private func wrong(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout OpenStep) -> Void
) -> Misconception<LSTMStepInput, LSTMStep> {
  Misconception(
    name, explanation: explanation, question: question, in: OpenStep(), run: { try $0($1) },
    change: change)
}
