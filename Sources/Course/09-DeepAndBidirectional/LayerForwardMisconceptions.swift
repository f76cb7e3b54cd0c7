import Checking
import Contracts
import Recurrent
import Reference

/// Wrong layers on vectors that people really write.
let layerForwardMisconceptions: [Misconception<LayerForwardInput, LayerTrace>] = [
  // From a token to a vector.
  wrong(
    "a vector taken for a token: one-hot at its largest element",
    "A vector of many numbers is read as if it were a single word.",
    "What is lost if of the numbers of `inputs[t]` only the place of the largest is read?"
  ) { $0.input = { x in oneHotOfLargest(x) } },
  wrong(
    "the input above the state in z",
    "Each column of the weights meets a number that it was not meant for.",
    "Which columns of Wf belong to the hidden state?"
  ) {
    $0.join = { h, x in x.concatenated(with: h) }
  },
  wrong(
    "the input through a tanh before it is read",
    "Large inputs are squeezed before the layer sees them.",
    "What does W multiply: x itself, or a function of x?"
  ) { $0.input = { x in x.map { Recurrent.tanh($0) } } },
  wrong(
    "one input late",
    "Each step reads what belongs to the step before, and the last input is never read.",
    "Which input does step t read?"
  ) { $0.isLate = true },
  // The carries.
  wrong(
    "a hidden state that is not carried",
    "The gates of every step see a state of zeros, whatever was read before.",
    "What is h′ at the second step?"
  ) {
    $0.carriesHidden = false
  },
  wrong(
    "a cell that is not carried", "Every step's forget gate has nothing to keep.",
    "What is c′ at the second step?"
  ) {
    $0.carriesCell = false
  },
  wrong(
    "the cell in place of the hidden state in z",
    "The gates see the whole memory, though only what the output gate showed is theirs.",
    "Which of the two states do the gates look at?"
  ) { $0.joinsCell = true },
  // The step, as in lesson 04.
  wrong(
    "a candidate through the sigmoid",
    "Nothing negative is ever added to the cell, so that it can count up but not down.",
    "May a candidate be negative?"
  ) {
    $0.candidate = { try sigmoid($0) }
  },
  wrong(
    "a hidden state without its tanh",
    "What is shown may be as large as the cell, beyond −1 and 1.",
    "Can a hidden state here be larger than 1?"
  ) {
    $0.shown = { $0 }
  },
  wrong(
    "a hidden state without the output gate",
    "The whole memory is always shown, whatever the gate says.", "Where does o act?"
  ) {
    $0.hidden = { _, shown in shown }
  },
  wrong(
    "forget gate and input gate exchanged",
    "What should be kept is let in, and what should be let in is kept.",
    "Which gate multiplies the old cell?"
  ) {
    $0.cell = { f, i, g, old in i * old + f * g }
  },
  wrong(
    "a forget gate on the sum", "What is new is weighed down by the forget gate as well.",
    "What does f multiply: the old cell, or the whole sum?"
  ) {
    $0.cell = { f, i, g, old in f * (old + i * g) }
  },
  wrong(
    "1 − f in place of the input gate",
    "The layer can write only where it forgets, and the input gate has no effect.",
    "How many gates has an LSTM?"
  ) {
    $0.cell = { f, _, g, old in f * old + (1 - f) * g }
  },
  wrong(
    "a candidate that no gate lets in",
    "Every candidate is written into the cell whole, whatever the gate says.", "Where does i act?"
  ) {
    $0.cell = { f, _, g, old in f * old + g }
  },
  wrong(
    "a cell through a tanh before it is carried",
    "The cell cannot leave the range from −1 to 1, so it cannot count.",
    "What is squashed, the cell or what is shown?"
  ) { $0.squashesCell = true },
  wrong(
    "a forgotten bias of the forget gate",
    "b_f is left out, and the forget gate is half open where h′ and x say nothing.",
    "Which four vectors are added to W z?"
  ) {
    $0.edit = { $0.bf *= 0 }
  },
  wrong(
    "a forgotten bias of the candidate",
    "b_g is left out, and the candidate is 0 where h′ and x say nothing.",
    "Which four vectors are added to W z?"
  ) {
    $0.edit = { $0.bg *= 0 }
  },
  wrong(
    "no biases at all",
    "Every gate is half open for an input of zeros, and can learn no other habit.",
    "What is added to W z?"
  ) {
    $0.edit = {
      $0.bf *= 0
      $0.bi *= 0
      $0.bg *= 0
      $0.bo *= 0
    }
  },
  wrong(
    "input gate and output gate exchanged",
    "What is let in is decided by the output gate's numbers, and the other way round.",
    "Which weights make i, and which make o?"
  ) {
    $0.edit = {
      swap(&$0.Wi, &$0.Wo)
      swap(&$0.bi, &$0.bo)
    }
  },
]

// MARK: - A layer with its decisions laid open

private struct OpenLayer: Sendable {
  // The defaults are the right ones.
  var input: @Sendable (Vector) -> Vector = { $0 }
  var join: @Sendable (_ hidden: Vector, _ input: Vector) -> Vector = {
    $0.concatenated(with: $1)
  }
  var candidate: @Sendable (Vector) throws -> Vector = { try tanh($0) }
  var cell: @Sendable (_ f: Vector, _ i: Vector, _ g: Vector, _ old: Vector) -> Vector = {
    $0 * $3 + $1 * $2
  }
  var shown: @Sendable (_ cell: Vector) throws -> Vector = { try tanh($0) }
  var hidden: @Sendable (_ o: Vector, _ shown: Vector) -> Vector = { $0 * $1 }
  var edit: @Sendable (inout LSTMLayer) -> Void = { _ in } {
    didSet {
      edit = { [oldValue, edit] parameters in
        oldValue(&parameters)
        edit(&parameters)
      }
    }
  }
  var carriesHidden = true
  var carriesCell = true
  var joinsCell = false
  var squashesCell = false
  var isLate = false

  func callAsFunction(_ call: LayerForwardInput) throws -> LayerTrace {
    var p = call.parameters
    edit(&p)
    let zero = Vector(zeros: p.hiddenSize)
    var trace = LayerTrace(inputs: call.inputs)
    var (h, c) = (zero, zero)
    for t in call.inputs.indices {
      let read = isLate ? (t > 0 ? call.inputs[t - 1] : 0 * call.inputs[0]) : call.inputs[t]
      let z = join(joinsCell ? c : h, input(read))
      let f = try sigmoid(p.Wf * z + p.bf)
      let i = try sigmoid(p.Wi * z + p.bi)
      let g = try candidate(p.Wg * z + p.bg)
      let o = try sigmoid(p.Wo * z + p.bo)
      var new = cell(f, i, g, c)
      if squashesCell { new = try tanh(new) }
      let out = hidden(o, try shown(new))
      trace.steps.append(
        LSTMStep(
          forgetGate: f, inputGate: i, candidate: g, outputGate: o, cell: new, hidden: out))
      h = carriesHidden ? out : zero
      c = carriesCell ? new : zero
    }
    return trace
  }
}

private func oneHotOfLargest(_ x: Vector) -> Vector {
  var result = Vector(zeros: x.count)
  if let largest = x.indexOfMaximum { result[largest] = 1 }
  return result
}

private func wrong(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout OpenLayer) -> Void
) -> Misconception<LayerForwardInput, LayerTrace> {
  Misconception(
    name, explanation: explanation, question: question, in: OpenLayer(), run: { try $0($1) },
    change: change)
}
