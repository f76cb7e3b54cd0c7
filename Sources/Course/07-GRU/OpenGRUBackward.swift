import Checking
import Contracts
import Recurrent
import Reference

// T steps, H hidden size, V vocabulary size.

/// The backward pass of a GRU with its decisions laid open: a misconception changes one of them.
struct OpenGRUBackward: OpenBackward {
  /// What a step computed, as the backward pass reads it out of the trace.
  struct Values: Sendable { var r, z, q, n: Vector }

  enum Gate: CaseIterable { case r, z, n }

  /// The quantities of one step, in the order in which they are computed.
  struct Step: Sendable {
    var r, z, q, n: Vector
    /// h_t and h_{t−1}.
    var hidden, old: Vector
    /// What the step after this one handed back.
    var dHiddenNext: Vector
    /// Wvᵀ dLogits.
    var dOutput: Vector
    var dHidden: Vector
    /// By what went into the activations of candidate, update gate and reset gate, and by q.
    var dn, dz, dr, dq: Vector
  }

  // The defaults are the right ones.
  var read: @Sendable (GRUStep) -> Values = {
    Values(r: $0.resetGate, z: $0.updateGate, q: $0.recurrentTerm, n: $0.candidate)
  }
  var dLogits: @Sendable (_ logits: Vector, _ target: Int) throws -> Vector = rightLogitsGradient
  var dHidden: @Sendable (Step) -> Vector = { $0.dOutput + $0.dHiddenNext }
  var dn: @Sendable (Step) -> Vector = { $0.dHidden * (1 - $0.z) * (1 - $0.n * $0.n) }
  var dz: @Sendable (Step) -> Vector = { $0.dHidden * ($0.old - $0.n) * $0.z * (1 - $0.z) }
  var dr: @Sendable (Step, GRUParameters) -> Vector = { step, _ in
    step.dn * step.q * step.r * (1 - step.r)
  }
  var dq: @Sendable (Step) -> Vector = { $0.dn * $0.r }
  /// What goes back to h_{t−1} through W_hn.
  var throughCandidate: @Sendable (GRUParameters, Step) -> Vector = { p, step in
    p.Whn.transposedProduct(step.dq)
  }
  var carry: @Sendable (GRUParameters, Step, _ throughCandidate: Vector) -> Vector = {
    p, step, throughCandidate in
    step.dHidden * step.z + p.Whr.transposedProduct(step.dr) + p.Whz.transposedProduct(step.dz)
      + throughCandidate
  }
  /// The h_{t−1} that dz meets in step t.
  var beforeStep: @Sendable (GRUTrace, Int) -> Vector = { before($0, $1) }
  /// The h_{t−1} that the weights' gradients meet in step t.
  var metByWeights: @Sendable (GRUTrace, Int) -> Vector = { before($0, $1) }
  /// The h_{t−1} of one gate's weights, where it differs: of r, z and n.
  var metByOne: [Gate: @Sendable (GRUTrace, Int) -> Vector] = [:]
  /// The token that is x_t.
  var token: @Sendable (GRUBackwardInput, Int) -> Int = { $0.trace.inputs[$1] }
  /// The vector that dWv meets.
  var shownToLogits: @Sendable (Step) -> Vector = { $0.hidden }
  /// What dWxn and dbxn take of one step.
  var metByInput: @Sendable (Step) -> Vector = { $0.dn }
  /// dWhn of one step.
  var dWhn: @Sendable (_ step: Step, _ before: Vector) -> Matrix = { $0.dq.outer($1) }
  var counts: @Sendable (_ t: Int) -> Bool = { _ in true } {
    didSet { counts = { [oldValue, counts] in oldValue($0) && counts($0) } }
  }
  /// dInitialHidden from the first step; `nil` for the carry.
  var initial: (@Sendable (Step) -> Vector)?
  var order: @Sendable (_ steps: Int) -> [Int] = { (0..<$0).reversed() }
  var target: @Sendable (_ inputs: [Int], _ targets: [Int], _ t: Int) -> Int = { $1[$2] }
  var showsLastToLogits = false
  var softmaxOverTime = false
  var lastLossOnly = false
  var finish: @Sendable (GRUBackwardInput, inout GRUBackwardOutput) throws -> Void = { _, _ in } {
    didSet {
      finish = { [oldValue, finish] input, output in
        try oldValue(input, &output)
        try finish(input, &output)
      }
    }
  }

  func callAsFunction(_ input: GRUBackwardInput) throws -> GRUBackwardOutput {
    let (trace, p) = (input.trace, input.parameters)
    let steps = trace.inputs.count
    var output = GRUBackwardOutput(
      gradients: p.zeros, dInitialHidden: Vector(zeros: p.hiddenSize))
    for t in order(steps) {
      let dLogits = try gradient(
        byLogits: trace.logits, at: t, inputs: trace.inputs, targets: input.targets)
      let step = step(
        t, of: trace, dOutput: p.Wv.transposedProduct(dLogits), output.dInitialHidden, p)
      if counts(t) {
        output.gradients.Wv.addOuter(
          dLogits, showsLastToLogits ? trace.steps[steps - 1].hidden : shownToLogits(step))
        output.gradients.bv += dLogits
        let x: Vector = try oneHot(token(input, t), size: p.vocabularySize)
        func met(_ gate: Gate) -> Vector { (metByOne[gate] ?? metByWeights)(trace, t) }
        add(step, x, met, to: &output.gradients)
      }
      // The carry ends as the gradient by the initial state.
      output.dInitialHidden = carry(p, step, throughCandidate(p, step))
      if t == 0, let initial { output.dInitialHidden = initial(step) }
    }
    try finish(input, &output)
    return output
  }

  private func step(
    _ t: Int, of trace: GRUTrace, dOutput: Vector, _ dHiddenNext: Vector, _ p: GRUParameters
  ) -> Step {
    let values = read(trace.steps[t])
    var step = Step(
      r: values.r, z: values.z, q: values.q, n: values.n, hidden: trace.steps[t].hidden,
      old: beforeStep(trace, t), dHiddenNext: dHiddenNext, dOutput: dOutput, dHidden: dOutput,
      dn: dOutput, dz: dOutput, dr: dOutput, dq: dOutput)
    step.dHidden = dHidden(step)
    step.dn = dn(step)
    step.dz = dz(step)
    step.dr = dr(step, p)
    step.dq = dq(step)
    return step
  }

  private func add(
    _ step: Step, _ x: Vector, _ before: (Gate) -> Vector, to gradients: inout GRUParameters
  ) {
    gradients.Wxr.addOuter(step.dr, x)
    gradients.Wxz.addOuter(step.dz, x)
    gradients.Wxn.addOuter(metByInput(step), x)
    gradients.Whr.addOuter(step.dr, before(.r))
    gradients.Whz.addOuter(step.dz, before(.z))
    gradients.Whn += dWhn(step, before(.n))
    gradients.bxr += step.dr
    gradients.bxz += step.dz
    gradients.bxn += metByInput(step)
    gradients.bhr += step.dr
    gradients.bhz += step.dz
    gradients.bhn += step.dq
  }
}

/// h_{t−1}.
private func before(_ trace: GRUTrace, _ t: Int) -> Vector {
  t > 0 ? trace.steps[t - 1].hidden : trace.initialHidden
}
