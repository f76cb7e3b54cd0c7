import Checking
import Contracts
import Recurrent
import Reference

/// All wrong backward passes of a layer on vectors.
let layerBackwardMisconceptions =
  layerWayBackMisconceptions + layerDownMisconceptions + layerCarryMisconceptions
  + layerGateMisconceptions

// MARK: - A backward pass with its decisions laid open

struct OpenLayerBackward: Sendable {
  // The defaults are the right ones.
  var fromAbove: @Sendable (_ d: Vector, _ t: Int, _ steps: Int) -> Vector = { d, _, _ in d }
  /// What of dz belongs to the state, and to the input.
  var state: @Sendable (_ dz: Vector, _ hiddenSize: Int) -> Vector = { Vector($0.prefix($1)) }
  var input: @Sendable (_ dz: Vector, _ hiddenSize: Int, _ inputSize: Int) -> Vector = {
    dz, size, _ in Vector(dz.dropFirst(size))
  }
  /// Which of f, i, g and o hand something on.
  var inputSources = [0, 1, 2, 3]
  var stateSources = [0, 1, 2, 3]
  var carriesHidden = true
  var carriesCell = true
  var cellBack: @Sendable (_ dCell: Vector, _ f: Vector) -> Vector = { $0 * $1 }
  var intoCell: @Sendable (_ dHidden: Vector, _ o: Vector) -> Vector = { $0 * $1 }
  var tanhSlope: @Sendable (_ cell: Vector, _ tanhCell: Vector) -> Vector = { 1 - $1 * $1 }
  var sigmoidSlope: @Sendable (Vector) -> Vector = { $0 * (1 - $0) }
  var candidateSlope: @Sendable (Vector) -> Vector = { 1 - $0 * $0 }
  var usesNewCell = false
  var usesNewHidden = false
  var exchanges = false
  var wrapsHidden = false
  var wrapsCell = false
  /// The dOutputs as the loop sees them, and the steps as it visits them.
  var above: @Sendable ([Vector]) -> [Vector] = { $0 }
  var order: @Sendable (_ steps: Int) -> [Int] = { (0..<$0).reversed() }
  /// Of f, i, g and o by their places: whose slope is left out, and who does not meet its partner.
  var leavesOutSlope: Set<Int> = []
  var leavesOutPartner: Set<Int> = []
  /// What the output gate's gradient meets, and what it is made of.
  var metByOutput: @Sendable (LSTMStep, _ tanhCell: Vector) -> Vector = { $1 }
  var outputFrom: @Sendable (_ dHidden: Vector, _ dCell: Vector) -> Vector = { dHidden, _ in dHidden
  }
  /// The slope on the way into the cell, where it is not made of the cell.
  var slopeOfStep: (@Sendable (LSTMStep) -> Vector)?
  /// z as the weights' gradients meet it.
  var join: @Sendable (_ hidden: Vector, _ input: Vector) -> Vector = { $0.concatenated(with: $1) }
  /// The weights of f, i, g and o on the way back, and how one of them is gone through.
  var weightsBack: @Sendable ([Matrix]) -> [Matrix] = { $0 }
  var goesThrough: @Sendable (Matrix, Vector) -> Vector = { $0.transposedProduct($1) }
  var aboveTakesSlope = false
  var addsUpHidden = false
  var addsUpCell = false
  var exchangesCarries = false
  var carriesOwnOnly = false
  /// Whether the cell's carry goes through the forget gate of the step before.
  var carriesThroughEarlierForgetGate = false
  /// Whether the carry begins with the last step's dOutputs, in place of zero.
  var beginsWithLastOutput = false
  /// Whether step t counts in the sums over time.
  var counts: @Sendable (_ t: Int, _ steps: Int) -> Bool = { _, _ in true }
  var finish: @Sendable (inout LayerGradients<LSTMLayer>) throws -> Void = { _ in } {
    didSet {
      finish = { [oldValue, finish] output in
        try oldValue(&output)
        try finish(&output)
      }
    }
  }

  func callAsFunction(_ call: LayerBackwardInput) throws -> LayerGradients<LSTMLayer> {
    let (trace, p) = (call.trace, call.parameters)
    let zero = Vector(zeros: p.hiddenSize)
    var output = LayerGradients(gradients: p.zeros, dInputs: trace.inputs)
    let dOutputs = above(call.dOutputs)
    var (dHiddenNext, dCellNext) = (beginsWithLastOutput ? dOutputs.last ?? zero : zero, zero)
    output.dInputs = output.dInputs.map { 0 * $0 }
    for t in order(trace.inputs.count) {
      let step = trace.steps[t]
      let (f, i, g, o) = (step.forgetGate, step.inputGate, step.candidate, step.outputGate)
      func before(_ wraps: Bool) -> LSTMStep? {
        t > 0 ? trace.steps[t - 1] : wraps ? trace.steps.last : nil
      }
      let oldCell = usesNewCell ? step.cell : before(wrapsCell)?.cell ?? zero
      let z = join(
        usesNewHidden ? step.hidden : before(wrapsHidden)?.hidden ?? zero, trace.inputs[t])
      let tanhCell = try tanh(step.cell)

      var own = fromAbove(dOutputs[t], t, trace.inputs.count)
      if aboveTakesSlope { own = own * (1 - step.hidden * step.hidden) }
      let dHidden = own + dHiddenNext
      let slope = slopeOfStep?(step) ?? tanhSlope(step.cell, tanhCell)
      let ownCell = intoCell(dHidden, o) * slope
      let dCell = ownCell + dCellNext
      func partner(_ place: Int, _ vector: Vector) -> Vector {
        leavesOutPartner.contains(place) ? vector.map { _ in 1 } : vector
      }
      func sloped(_ place: Int, _ vector: Vector) -> Vector {
        if leavesOutSlope.contains(place) { return vector.map { _ in 1 } }
        return place == 2 ? candidateSlope(vector) : sigmoidSlope(vector)
      }
      let d = [
        dCell * partner(0, oldCell) * sloped(0, f),
        dCell * partner(1, exchanges ? i : g) * sloped(1, i),
        dCell * partner(2, exchanges ? g : i) * sloped(2, g),
        outputFrom(dHidden, dCell) * partner(3, metByOutput(step, tanhCell)) * sloped(3, o),
      ]
      if counts(t, trace.inputs.count) {
        var g = output.gradients
        g.Wf.addOuter(d[0], z)
        g.Wi.addOuter(d[1], z)
        g.Wg.addOuter(d[2], z)
        g.Wo.addOuter(d[3], z)
        g.bf += d[0]
        g.bi += d[1]
        g.bg += d[2]
        g.bo += d[3]
        output.gradients = g
      }
      let weights = weightsBack([p.Wf, p.Wi, p.Wg, p.Wo])
      func dz(_ sources: [Int], _ through: (Matrix, Vector) -> Vector) -> Vector {
        sources.reduce(Vector(zeros: z.count)) { $0 + through(weights[$1], d[$1]) }
      }
      let (oldHidden, oldCarry) = (dHiddenNext, dCellNext)
      if carriesHidden { dHiddenNext = state(dz(stateSources, goesThrough), p.hiddenSize) }
      if addsUpHidden { dHiddenNext += oldHidden }
      let dInput = dz(inputSources) { $0.transposedProduct($1) }
      output.dInputs[t] = input(dInput, p.hiddenSize, p.inputSize)
      let met = carriesThroughEarlierForgetGate ? before(false)?.forgetGate ?? f : f
      if carriesCell { dCellNext = cellBack(carriesOwnOnly ? ownCell : dCell, met) }
      if addsUpCell { dCellNext += oldCarry }
      if exchangesCarries { swap(&dHiddenNext, &dCellNext) }
    }
    try finish(&output)
    return output
  }
}

func wrongLayerBackward(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout OpenLayerBackward) -> Void
) -> Misconception<LayerBackwardInput, LayerGradients<LSTMLayer>> {
  Misconception(
    name, explanation: explanation, question: question, in: OpenLayerBackward(),
    run: { try $0($1) },
    change: change)
}
