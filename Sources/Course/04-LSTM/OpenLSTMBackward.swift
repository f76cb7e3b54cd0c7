import Checking
import Contracts
import Recurrent
import Reference

// T steps, H hidden size, V vocabulary size; z = [h′; x], H + V.

/// One vector for each of the forget gate, the input gate, the candidate and the output gate.
struct FourGates: Sendable { var f, i, g, o: Vector }

/// A gradient by what went into a gate's activation, as the product of its three factors.
struct GateGradient: Sendable {
  typealias Factor = @Sendable (OpenLSTMBackward.Step) -> Vector

  /// The gradient of what the gate has a share in: dC, or dh.
  var from: Factor
  /// What the gate is multiplied with there.
  var partner: Factor
  /// The activation's derivative.
  var slope: Factor

  func callAsFunction(_ step: OpenLSTMBackward.Step) -> Vector {
    from(step) * partner(step) * slope(step)
  }
}

/// The backward pass of an LSTM with its decisions laid open: a misconception changes one of them.
struct OpenLSTMBackward: OpenBackward {
  /// The quantities of one step, in the order in which they are computed.
  struct Step: Sendable {
    var t: Int
    /// The values of the gates, as `read` took them out of the trace.
    var f, i, g, o: Vector
    /// The cell after the step, tanh of it, and the hidden state.
    var c, shown, hidden: Vector
    var previousHidden, previousCell: Vector
    /// c_{t−1} as it is, whatever the forget gate's gradient meets.
    var oldCell: Vector
    /// What the step after this one handed back.
    var dHiddenNext, dCellNext: Vector
    var dLogits: Vector
    /// softmax(logits).
    var probabilities: Vector
    /// Wvᵀ dLogits.
    var dOutput: Vector
    /// What 1 − tanh² is taken of: tanh(c).
    var sloped: Vector
    /// 1 − tanh²(c), or what stands in its place.
    var slope: Vector
    var dHidden: Vector
    /// dC without what comes back from the next step.
    var own: Vector
    var dCell: Vector
    /// By what went into the activations.
    var d: FourGates
  }

  // The defaults are the right ones.
  var read: @Sendable (LSTMStep) -> FourGates = {
    FourGates(f: $0.forgetGate, i: $0.inputGate, g: $0.candidate, o: $0.outputGate)
  }
  var dLogits: @Sendable (_ logits: Vector, _ target: Int) throws -> Vector = rightLogitsGradient
  /// From dLogits and the probabilities to what goes back through Wv.
  var throughWv: @Sendable (_ dLogits: Vector, _ probabilities: Vector) -> Vector = { d, _ in d }
  var sloped: @Sendable (Step) -> Vector = { $0.shown }
  var slope: @Sendable (Step) -> Vector = { 1 - $0.sloped * $0.sloped }
  var dHidden: @Sendable (Step) -> Vector = { $0.dOutput + $0.dHiddenNext }
  var own: @Sendable (Step) -> Vector = { $0.dHidden * $0.o * $0.slope }
  var dCell: @Sendable (Step) -> Vector = { $0.own + $0.dCellNext }
  var df = GateGradient(
    from: { $0.dCell }, partner: { $0.previousCell }, slope: { $0.f * (1 - $0.f) })
  var di = GateGradient(from: { $0.dCell }, partner: { $0.g }, slope: { $0.i * (1 - $0.i) })
  var dg = GateGradient(from: { $0.dCell }, partner: { $0.i }, slope: { 1 - $0.g * $0.g })
  var `do` = GateGradient(from: { $0.dHidden }, partner: { $0.shown }, slope: { $0.o * (1 - $0.o) })
  /// By the logits, as dWv and dbv take it.
  var metByWv: @Sendable (Step) -> Vector = { $0.dLogits }
  var outputBias: @Sendable (Step) -> Vector = { $0.dLogits }
  /// The hidden state that the weights' gradients meet in step t.
  var beforeStep: @Sendable (LSTMTrace, Int) -> Vector = { before($0, $1).hidden }
  /// The cell that the forget gate's gradient meets in step t.
  var cellBeforeStep: @Sendable (LSTMTrace, Int) -> Vector = { before($0, $1).cell }
  var z: @Sendable (_ hidden: Vector, _ x: Vector) -> Vector = { $0.concatenated(with: $1) }
  /// The token that is x_t.
  var token: @Sendable (LSTMBackwardInput, Int) -> Int = { $0.trace.inputs[$1] }
  /// The vector that dWv meets.
  var shownToLogits: @Sendable (Step) -> Vector = { $0.hidden }
  /// H + V numbers by z.
  var dz: @Sendable (LSTMParameters, FourGates) -> Vector = { p, d in
    p.Wf.transposedProduct(d.f) + p.Wi.transposedProduct(d.i) + p.Wg.transposedProduct(d.g)
      + p.Wo.transposedProduct(d.o)
  }
  /// The gates' gradients, changed before they go back through the weights.
  var handedBack: @Sendable (inout FourGates) -> Void = { _ in } {
    didSet {
      handedBack = { [oldValue, handedBack] d in
        oldValue(&d)
        handedBack(&d)
      }
    }
  }
  /// The weights, changed before the gates' gradients go back through them.
  var wayBack: @Sendable (inout LSTMParameters) -> Void = { _ in } {
    didSet {
      wayBack = { [oldValue, wayBack] p in
        oldValue(&p)
        wayBack(&p)
      }
    }
  }
  var carryHidden: @Sendable (_ dz: Vector, Step) -> Vector = { Vector($0.prefix($1.f.count)) }
  var carryCell: @Sendable (Step) -> Vector = { $0.dCell * $0.f }
  var counts: @Sendable (_ t: Int) -> Bool = { _ in true } {
    didSet { counts = { [oldValue, counts] in oldValue($0) && counts($0) } }
  }
  /// Whether step t counts in the sums that become the biases' and the weights' gradients.
  var countsInBiases: @Sendable (_ t: Int) -> Bool = { _ in true }
  var countsInWeights: @Sendable (_ t: Int) -> Bool = { _ in true }
  /// The place of a tensor, among all, to which step 0 alone counts.
  var assigned: Int?
  /// dInitialHidden and dInitialCell from the first step; `nil` for the carries.
  var initial: (@Sendable (Step) -> (hidden: Vector?, cell: Vector?))?
  var order: @Sendable (_ steps: Int) -> [Int] = { (0..<$0).reversed() }
  var target: @Sendable (_ inputs: [Int], _ targets: [Int], _ t: Int) -> Int = { $1[$2] }
  var softmaxOverTime = false
  var lastLossOnly = false
  var finish: @Sendable (LSTMBackwardInput, inout LSTMBackwardOutput) throws -> Void = { _, _ in } {
    didSet {
      finish = { [oldValue, finish] input, output in
        try oldValue(input, &output)
        try finish(input, &output)
      }
    }
  }

  func callAsFunction(_ input: LSTMBackwardInput) throws -> LSTMBackwardOutput {
    let (trace, p) = (input.trace, input.parameters)
    let steps = trace.inputs.count
    var gradients = p.zeros
    let zero = Vector(zeros: p.hiddenSize)
    var back = p
    wayBack(&back)
    var output = LSTMBackwardOutput(
      gradients: gradients, dInitialHidden: zero, dInitialCell: zero)
    for t in order(steps) {
      let dLogits = try gradient(
        byLogits: trace.logits, at: t, inputs: trace.inputs, targets: input.targets)
      let step = try step(
        t, of: trace, p, dLogits, output.dInitialHidden, output.dInitialCell)
      if t == 0, let assigned { gradients.tensors[assigned] *= 0 }
      if counts(t), countsInWeights(t) {
        let x: Vector = try oneHot(token(input, t), size: p.vocabularySize)
        let z = z(beforeStep(trace, t), x)
        gradients.Wv.addOuter(metByWv(step), shownToLogits(step))
        gradients.Wf.addOuter(step.d.f, z)
        gradients.Wi.addOuter(step.d.i, z)
        gradients.Wg.addOuter(step.d.g, z)
        gradients.Wo.addOuter(step.d.o, z)
      }
      if counts(t), countsInBiases(t) {
        gradients.bv += outputBias(step)
        gradients.bf += step.d.f
        gradients.bi += step.d.i
        gradients.bg += step.d.g
        gradients.bo += step.d.o
      }
      // The carries end as the gradients by the initial state and cell.
      var d = step.d
      handedBack(&d)
      output.dInitialHidden = carryHidden(dz(back, d), step)
      output.dInitialCell = carryCell(step)
      if t == 0, let initial = initial?(step) {
        output.dInitialHidden = initial.hidden ?? output.dInitialHidden
        output.dInitialCell = initial.cell ?? output.dInitialCell
      }
    }
    output.gradients = gradients
    try finish(input, &output)
    return output
  }

  private func step(
    _ t: Int, of trace: LSTMTrace, _ p: LSTMParameters, _ dLogits: Vector, _ dHiddenNext: Vector,
    _ dCellNext: Vector
  ) throws -> Step {
    let values = read(trace.steps[t])
    let after = trace.steps[t]
    let probabilities = try softmax(trace.logits[t])
    let dOutput = p.Wv.transposedProduct(throughWv(dLogits, probabilities))
    var step = Step(
      t: t, f: values.f, i: values.i, g: values.g, o: values.o, c: after.cell,
      shown: try tanh(after.cell), hidden: after.hidden, previousHidden: before(trace, t).hidden,
      previousCell: cellBeforeStep(trace, t), oldCell: before(trace, t).cell,
      dHiddenNext: dHiddenNext, dCellNext: dCellNext,
      dLogits: dLogits, probabilities: probabilities, dOutput: dOutput, sloped: dOutput,
      slope: dOutput, dHidden: dOutput, own: dOutput, dCell: dOutput, d: values)
    step.sloped = sloped(step)
    step.slope = slope(step)
    step.dHidden = dHidden(step)
    step.own = own(step)
    step.dCell = dCell(step)
    step.d = FourGates(f: df(step), i: di(step), g: dg(step), o: `do`(step))
    return step
  }
}

/// h_{t−1} and c_{t−1}.
private func before(_ trace: LSTMTrace, _ t: Int) -> (hidden: Vector, cell: Vector) {
  t > 0
    ? (trace.steps[t - 1].hidden, trace.steps[t - 1].cell)
    : (trace.initialHidden, trace.initialCell)
}

/// A factor that is left out.
@Sendable func ones(_ step: OpenLSTMBackward.Step) -> Vector { 0 * step.c + 1 }

/// A backward pass with one decision changed.
func wrongBackward(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout OpenLSTMBackward) -> Void
) -> Misconception<LSTMBackwardInput, LSTMBackwardOutput> {
  wrongPass(name, explanation, question, change)
}
