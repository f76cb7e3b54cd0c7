import Contracts
import Recurrent
import Reference

// H hidden size, V vocabulary size; z = [h′; x], H + V.

/// A step of an LSTM with its decisions laid open: a misconception changes one of them.
struct OpenLSTMStep: Sendable {
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
