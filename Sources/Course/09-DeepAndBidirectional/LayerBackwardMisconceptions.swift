import Checking
import Contracts
import Recurrent
import Reference

/// Wrong backward passes of a layer on vectors.
let layerBackwardMisconceptions: [Misconception<LayerBackwardInput, LayerGradients<LSTMLayer>>] = [
  // From above and down.
  wrong(
    "a gradient from above at the last step alone",
    "What the layer above says to all earlier steps is lost.",
    "At how many steps does the layer above read this one?"
  ) { $0.fromAbove = { d, t, steps in t == steps - 1 ? d : 0 * d } },
  wrong(
    "dInputs from the state's part of dz",
    "The level below gets numbers that belong to the hidden state.",
    "Which of the H + D numbers of dz belong to x_t?"
  ) { $0.input = { dz, _, size in Vector(dz.prefix(size)) } },
  wrong(
    "index −1 at t = 0: the last step in place of zeros",
    "The first step's gradients meet a state and a cell that lie in its future.",
    "What comes before the first step, and what does an index of −1 find?"
  ) { $0.wraps = true },
  wrong(
    "state and input exchanged in dz",
    """
    The level below gets what belongs to the hidden state, and step t − 1 what belongs to \
    the input.
    """, "Which comes first in z, the state or the input?"
  ) {
    $0.input = { dz, _, size in Vector(dz.prefix(size)) }
    $0.state = { dz, size in Vector(dz.suffix(size)) }
  },
  wrong(
    "dInputs from the candidate alone", "What x_t did to the three gates is left out.",
    "In how many of the four sums does x_t occur?"
  ) { $0.inputSources = [2] },
  wrong(
    "dInputs without the output gate's share", "What x_t did to the output gate is left out.",
    "In how many of the four sums does x_t occur?"
  ) { $0.inputSources = [0, 1, 2] },
  wrong(
    "dInputs in the order in which the loop makes them",
    "The first step's gradient stands last, and each one at another's place.",
    "Which step does the loop do first?"
  ) {
    $0.finish = { $0.dInputs.reverse() }
  },
  wrong(
    "dInputs of zero", "Nothing reaches the level below, which would never be trained.",
    "Does the loss depend on what the layer reads?"
  ) {
    $0.finish = { $0.dInputs = $0.dInputs.map { 0 * $0 } }
  },
  wrong(
    "a mean where dInputs is one step's own",
    "The level below gets a gradient that is T times too small.",
    "Is x_t read at more than one step?"
  ) {
    $0.finish = { output in
      let factor = 1 / Double(output.dInputs.count)
      output.dInputs = output.dInputs.map { factor * $0 }
    }
  },
  // The carries.
  wrong(
    "no way back through the hidden state",
    "Each h_t hears of what stands above it only; what it does to later gates is lost.",
    "Through which two ways does h_t act on the loss?"
  ) {
    $0.carriesHidden = false
  },
  wrong(
    "no way back through the cell",
    "Each c_t hears of its own h_t only, so nothing reaches back along the cell.",
    "Through which two ways does c_t act on the loss?"
  ) {
    $0.carriesCell = false
  },
  wrong(
    "a cell's carry without the forget gate",
    "Gradients flow back along the cell undiminished, even where the gate forgot everything.",
    "What did the cell meet between two steps?"
  ) { $0.cellBack = { dCell, _ in dCell } },
  wrong(
    "a carry of dh from the forget gate alone",
    "Three of the four ways from h_{t−1} into step t are left out.",
    "In how many of the four sums does h_{t−1} occur?"
  ) { $0.stateSources = [0] },
  // The gates.
  wrong(
    "a missing tanh′ on the way into the cell",
    "The cell gets as much gradient where tanh is saturated as where it is steep.",
    "What lies between c_t and h_t?"
  ) {
    $0.tanhSlope = { _, tanhCell in tanhCell.map { _ in 1 } }
  },
  wrong(
    "1 − c² in place of 1 − tanh²c",
    "Where a cell is larger than 1 its gradient changes its sign, and grows with the cell.",
    "What is the derivative of tanh(c), in terms of tanh(c)?"
  ) { $0.tanhSlope = { cell, _ in 1 - cell * cell } },
  wrong(
    "a dC without the output gate",
    "Where the output gate was closed, the cell gets a gradient all the same.",
    "What multiplies tanh(c) in h?"
  ) {
    $0.intoCell = { dHidden, _ in dHidden }
  },
  wrong(
    "no slopes of the sigmoids",
    "Three gates get gradients by their values, not by the sums that made them.",
    "What lies between W z + b and a gate?"
  ) {
    $0.sigmoidSlope = { $0.map { _ in 1 } }
  },
  wrong(
    "no slope of the candidate's tanh",
    "The candidate's gradients are too large wherever it is near −1 or 1.",
    "What lies between W z + b and the candidate?"
  ) {
    $0.candidateSlope = { $0.map { _ in 1 } }
  },
  wrong(
    "a sigmoid's slope for the candidate",
    "Where the candidate is negative, its gradient changes its sign.",
    "Is the candidate made by a sigmoid or by a tanh?"
  ) { $0.candidateSlope = { $0 * (1 - $0) } },
  wrong(
    "c_t where c_{t−1} belongs",
    "The forget gate's gradient meets the new cell, one step too late in time.",
    "Which cell does the forget gate multiply?"
  ) {
    $0.usesNewCell = true
  },
  wrong(
    "h_t where h_{t−1} belongs",
    """
    Gradients of the gates are built from the state that the step made, not the one it \
    began with.
    """, "Which hidden state stands in z at step t?"
  ) {
    $0.usesNewHidden = true
  },
  wrong(
    "input gate and candidate exchanged",
    "Each of the two is judged by its own value, where the other one's belongs.",
    "What is the derivative of i ⊙ g by i?"
  ) {
    $0.exchanges = true
  },
  // The sums.
  wrong(
    "biases without a gradient", "All four biases keep the gradient 0 and would never be trained.",
    "What is the gradient of W z + b by b?"
  ) {
    $0.finish = { output in
      output.gradients.bf *= 0
      output.gradients.bi *= 0
      output.gradients.bg *= 0
      output.gradients.bo *= 0
    }
  },
  wrong(
    "gradients that are assigned at each step instead of added up",
    "Each step overwrites what later steps had added, so only step 0 is left in the end.",
    "Wf is used at every step: what does `gradients.Wf` hold after two of them?"
  ) { $0.counts = { t, _ in t == 0 } },
  wrong(
    "means over the steps", "All parameters' gradients are T times too small; dInputs are right.",
    "Does the contract ask for a sum or a mean?"
  ) {
    $0.finish = { output in
      let factor = 1 / Double(output.dInputs.count)
      output.gradients.tensors = output.gradients.tensors.map { factor * $0 }
    }
  },
  wrong(
    "clipping inside the backward pass",
    "Long gradients come out shortened, and no finite difference can agree with them.",
    "Is a clipped gradient still the gradient of the loss?"
  ) { $0.finish = { $0.gradients = try clip($0.gradients, maximumNorm: 0.25) } },
]

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
  var wraps = false
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
    var (dHiddenNext, dCellNext) = (zero, zero)
    for t in trace.inputs.indices.reversed() {
      let step = trace.steps[t]
      let (f, i, g, o) = (step.forgetGate, step.inputGate, step.candidate, step.outputGate)
      let before = t > 0 ? trace.steps[t - 1] : wraps ? trace.steps.last : nil
      let oldCell = usesNewCell ? step.cell : before?.cell ?? zero
      let z = (usesNewHidden ? step.hidden : before?.hidden ?? zero)
        .concatenated(with: trace.inputs[t])
      let tanhCell = try tanh(step.cell)

      let dHidden = fromAbove(call.dOutputs[t], t, trace.inputs.count) + dHiddenNext
      let dCell = intoCell(dHidden, o) * tanhSlope(step.cell, tanhCell) + dCellNext
      let d = [
        dCell * oldCell * sigmoidSlope(f), dCell * (exchanges ? i : g) * sigmoidSlope(i),
        dCell * (exchanges ? g : i) * candidateSlope(g), dHidden * tanhCell * sigmoidSlope(o),
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
      let weights = [p.Wf, p.Wi, p.Wg, p.Wo]
      func dz(_ sources: [Int]) -> Vector {
        sources.reduce(Vector(zeros: z.count)) { $0 + weights[$1].transposedProduct(d[$1]) }
      }
      if carriesHidden { dHiddenNext = state(dz(stateSources), p.hiddenSize) }
      output.dInputs[t] = input(dz(inputSources), p.hiddenSize, p.inputSize)
      if carriesCell { dCellNext = cellBack(dCell, f) }
    }
    try finish(&output)
    return output
  }
}

private func wrong(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout OpenLayerBackward) -> Void
) -> Misconception<LayerBackwardInput, LayerGradients<LSTMLayer>> {
  Misconception(
    name, explanation: explanation, question: question, in: OpenLayerBackward(),
    run: { try $0($1) },
    change: change)
}
