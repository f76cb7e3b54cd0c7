import Checking
import Contracts
import Recurrent
import Reference

/// A step with its decisions laid open.
struct OpenRNNStep: Sendable {
  /// What the new state is made of.
  struct Terms {
    /// U x, V h′ and b_h.
    var input, recurrent, bias: Vector
    /// h′.
    var old: Vector
  }

  // The defaults are the right ones.
  var weights: @Sendable (inout RNNParameters) -> Void = { _ in } {
    didSet {
      weights = { [oldValue, weights] p in
        oldValue(&p)
        weights(&p)
      }
    }
  }
  var input: @Sendable (RNNParameters, _ token: Int) -> Vector = { $0.U.column($1) }
  var recurrent: @Sendable (RNNParameters, _ old: Vector) throws -> Vector = { $0.V * $1 }
  var activate: @Sendable (Vector) throws -> Vector = { try tanh($0) }
  /// All of a step, where it is another function than the five parts make.
  var whole: (@Sendable (RNNParameters, _ token: Int, _ old: Vector) throws -> Vector)?
  var state: @Sendable (Terms, _ activate: (Vector) throws -> Vector) throws -> Vector = {
    try $1($0.input + $0.recurrent + $0.bias)
  }

  func callAsFunction(_ call: RNNStepInput) throws -> Vector {
    var p = call.parameters
    weights(&p)
    if let whole { return try whole(p, call.token, call.hidden) }
    let terms = Terms(
      input: input(p, call.token), recurrent: try recurrent(p, call.hidden), bias: p.bHidden,
      old: call.hidden)
    return try state(terms, activate)
  }
}

/// A step with one decision changed.
func wrongRNNStep(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout OpenRNNStep) -> Void
) -> Misconception<RNNStepInput, Vector> {
  Misconception(
    name, explanation: explanation, question: question, in: OpenRNNStep(), run: { try $0($1) },
    change: change)
}
