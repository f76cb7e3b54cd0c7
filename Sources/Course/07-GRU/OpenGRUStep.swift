import Checking
import Contracts
import Recurrent
import Reference

/// A step of a GRU with its decisions laid open: a misconception changes one of them.
struct OpenGRUStep: Sendable {
  enum Gate { case reset, update }

  /// What the candidate and the new state are made of.
  struct Terms {
    /// z is there when the candidate is made, though only the new state needs it.
    var r, z, q: Vector
    /// W_xn x + b_xn, and W_hn h′ without its bias.
    var input, bare: Vector
    /// h′.
    var old: Vector
    /// As soon as there is one.
    var n: Vector
  }

  // The defaults are the right ones.
  var weights: @Sendable (inout GRUParameters) -> Void = { _ in } {
    didSet {
      weights = { [oldValue, weights] p in
        oldValue(&p)
        weights(&p)
      }
    }
  }
  /// h′ as the gates see it.
  var seenByGates: @Sendable (Vector) throws -> Vector = { $0 }
  /// h′ as the update gate sees it after the reset gate; `nil` for what both gates see.
  var seenByUpdate: (@Sendable (_ old: Vector, _ r: Vector) -> Vector)?
  /// x as gates and candidate see it.
  var x: @Sendable (Vector) -> Vector = { $0 }
  var activateGate: @Sendable (Vector, Gate) throws -> Vector = { gate, _ in try sigmoid(gate) }
  var recurrentTerm: @Sendable (GRUParameters, _ old: Vector, _ r: Vector) -> Vector = {
    p, old, _ in p.Whn * old + p.bhn
  }
  /// What goes into the candidate's activation.
  var candidateSum: @Sendable (Terms, GRUParameters) -> Vector = { terms, _ in
    terms.input + terms.r * terms.q
  }
  var activateCandidate: @Sendable (Vector, Terms) throws -> Vector = { sum, _ in try tanh(sum) }
  var hidden: @Sendable (Terms) throws -> Vector = { (1 - $0.z) * $0.n + $0.z * $0.old }
  /// With what went into the two gates.
  var finish: @Sendable (inout GRUStep, Terms, _ reset: Vector, _ update: Vector) -> Void = {
    _, _, _, _ in
  }
  {
    didSet {
      finish = { [oldValue, finish] step, terms, reset, update in
        oldValue(&step, terms, reset, update)
        finish(&step, terms, reset, update)
      }
    }
  }

  func callAsFunction(_ input: GRUStepInput) throws -> GRUStep {
    var p = input.parameters
    weights(&p)
    let old = input.hidden
    let seen = try seenByGates(old)
    let x = x(try oneHot(input.token, size: p.vocabularySize))
    let reset = p.Wxr * x + p.bxr + p.Whr * seen + p.bhr
    let r = try activateGate(reset, .reset)
    let update = p.Wxz * x + p.bxz + p.Whz * (seenByUpdate?(old, r) ?? seen) + p.bhz
    var terms = Terms(
      r: r, z: try activateGate(update, .update), q: recurrentTerm(p, old, r),
      input: p.Wxn * x + p.bxn, bare: p.Whn * old, old: old, n: old)
    terms.n = try activateCandidate(candidateSum(terms, p), terms)
    var step = GRUStep(
      resetGate: r, updateGate: terms.z, recurrentTerm: terms.q, candidate: terms.n,
      hidden: try hidden(terms))
    finish(&step, terms, reset, update)
    return step
  }
}

/// A step with one decision changed.
func wrongStep(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout OpenGRUStep) -> Void
) -> Misconception<GRUStepInput, GRUStep> {
  Misconception(
    name, explanation: explanation, question: question, in: OpenGRUStep(), run: { try $0($1) },
    change: change)
}
