import Checking
import Contracts
import Recurrent
import Reference

// T steps, D numbers of an input, H hidden size; z = [h′; x], H + D.

let layerBackwardExercise = Exercise<LayerBackwardInput, LayerGradients<LSTMLayer>>(
  "09.4", "The way back through a layer", points: 7,
  hints: [
    """
    Look at your `lstmBackward` of 04.4. What it did with softmax and Wv belongs to the network's top; \
    here `dOutputs[t]` comes in its place. And it threw something away at the end of each step that is \
    wanted now: half of dz.
    """,
    """
    Into h_t lead two ways, from above (`dOutputs[t]`) and from step t + 1. At each step four gradients, \
    one per gate, meet the transposed weights and make dz, H + D numbers. Its first H go to step t − 1, \
    the others are `dInputs[t]`. States and cells before step 0 are zeros.
    """,
    """
    dh = dOutputs_t + dhNext; dC = dh⊙o⊙(1 − tanh²c) + dCNext; do = dh⊙tanh(c)⊙o⊙(1 − o), \
    df = dC⊙c_{t−1}⊙f⊙(1 − f), di = dC⊙g⊙i⊙(1 − i), dg = dC⊙i⊙(1 − g²); dW_k += d_k ⊗ z, db_k += d_k; \
    dz = Σ W_kᵀ d_k = [dhNext; dInputs_t]; dCNext = dC⊙f.
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "09.4")
    func made(_ name: String, _ inputs: [Vector], _ p: LSTMLayer) -> Challenge<LayerBackwardInput> {
      Challenge(
        name,
        LayerBackwardInput(
          trace: known { try layerForward(inputs, parameters: p) },
          dOutputs: random.vectors(inputs.count, of: p.hiddenSize), parameters: p))
    }
    func drawn(
      _ name: String, steps: Int, inputs: Int, hidden: Int, scale: Double = 0.6
    ) -> Challenge<LayerBackwardInput> {
      let x = random.vectors(steps, of: inputs)
      return made(name, x, random.lstmLayer(inputs: inputs, hidden: hidden, scale: scale))
    }
    return [
      made("one step, D 2, H 2", [[1, -0.5]], .readable),
      made("three steps, D 2, H 2", [[1, -0.5], [0.25, 2], [-1, 0.75]], .readable),
      drawn("as many inputs as hidden units", steps: 4, inputs: 4, hidden: 4),
      drawn("D 6, H 3, as from two directions below", steps: 5, inputs: 6, hidden: 3),
      drawn("D 1, H 3", steps: 3, inputs: 1, hidden: 3),
      drawn("saturated: large weights", steps: 3, inputs: 3, hidden: 4, scale: 2),
      drawn("random, T = 6, D 3, H 5", steps: 6, inputs: 3, hidden: 5, scale: 0.4),
    ]
  },
  reference: { input in
    let result = try layerBackward(
      input.trace, dOutputs: input.dOutputs, parameters: input.parameters)
    return LayerGradients(gradients: result.gradients, dInputs: result.dInputs)
  },
  observations: { output in
    let g = output.gradients
    return [
      Observation(
        "dbo", claim: "dbo sums do = dh ⊙ tanh(c) ⊙ o ⊙ (1 − o), dh = dOutputs + what comes back",
        g.bo),
      Observation(
        "dbf",
        claim:
          "dbf sums df = dC ⊙ c_{t−1} ⊙ f ⊙ (1 − f), dC = dh ⊙ o ⊙ (1 − tanh²c) + what comes back",
        g.bf),
      Observation("dbi", claim: "dbi sums di = dC ⊙ g ⊙ i ⊙ (1 − i)", g.bi),
      Observation("dbg", claim: "dbg sums dg = dC ⊙ i ⊙ (1 − g²)", g.bg),
      Observation("dWo", claim: "dWo sums do ⊗ [h_{t−1}; x_t]", g.Wo),
      Observation("dWf", claim: "dWf sums df ⊗ [h_{t−1}; x_t]", g.Wf),
      Observation("dWi", claim: "dWi sums di ⊗ [h_{t−1}; x_t]", g.Wi),
      Observation("dWg", claim: "dWg sums dg ⊗ [h_{t−1}; x_t]", g.Wg),
      Observation(
        "dInputs", claim: "dInputs[t] is the part of Σ Wᵀ d that belongs to x_t",
        overTime: output.dInputs),
    ]
  },
  properties: [gradientOfOwnLayer],
  sizes: { [.steps($0.trace.inputs.count), .hidden($0.parameters.hiddenSize)] },
  shares: { try timeShares($0) },
  ladder: layerLadder,
  misconceptions: layerBackwardMisconceptions)

/// Central differences of Σ d · y, whose gradient at the outputs y is `d`.
private let gradientOfOwnLayer = Property<LayerBackwardInput, LayerGradients<LSTMLayer>>(
  OwnGradient.claim
) {
  input, got, ask in
  guard input.parameters.hiddenSize == 2, input.trace.inputs.count == 3 else { return nil }
  let check = OwnGradient(
    exercise: "09.4", backward: "layerBackward", forward: "layerForward",
    names: input.parameters.names + inputNames(input.trace.inputs.count),
    point: TensorList(
      input.parameters.tensors + input.trace.inputs.map { Matrix(column: $0) }),
    gradient: TensorList(
      got.gradients.tensors + got.dInputs.map { Matrix(column: $0) }), targets: [])
  return try check.finding { point in
    var parameters = input.parameters
    parameters.tensors = point.tensors
    let trace = try NoAnswer.catching(
      from: ask, "09.1",
      LayerForwardInput(
        inputs: point.tensors.suffix(input.trace.inputs.count).map { $0.column(0) },
        parameters: parameters), as: LayerTrace.self
    ).get()
    return weighted(trace.outputs, by: input.dOutputs)
  }
}

/// `Inputs[0]`, …: with the d in front, what the lesson calls them.
func inputNames(_ count: Int) -> [String] { (0..<count).map { "Inputs[\($0)]" } }

/// Σ d · y over time, whose gradient at the y is `d`; NaN where the shapes differ.
func weighted(_ outputs: [Vector], by d: [Vector]) -> Double {
  guard outputs.map(\.count) == d.map(\.count) else { return .nan }
  return zip(outputs, d).reduce(0) { $0 + $1.0.dot($1.1) }
}
