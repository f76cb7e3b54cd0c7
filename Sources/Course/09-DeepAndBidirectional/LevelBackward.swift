import Checking
import Contracts
import Recurrent
import Reference

// T steps, D numbers of an input, H hidden size.

let levelBackwardExercise = Exercise<LevelBackwardInput, LayerGradients<Level>>(
  "09.5", "The way back through both directions", points: 6,
  hints: [
    """
    Follow one input x_t through the level: it is read by both layers, and what they make of it is \
    joined, not added. So what comes from above splits, and what goes down meets again.
    """,
    """
    The first H numbers of each `dOutputs[t]` belong to the forward layer, the other H to the reverse \
    layer. That one read from the last step to the first: turn the list of its halves round before \
    `layerBackward`, and the list of its dInputs after it.
    """,
    """
    d_t = `dOutputs[t]` = [d→_t; d←_t], H numbers each. The forward layer gets d→_t at step t, the reverse \
    layer d←_{T−1−t}; with e_t what the reverse layer gives for its step t, dInputs_t = dx→_t + \
    e_{T−1−t}. Without a reverse layer, the forward layer's result is all.
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "09.5")
    func drawn(
      _ name: String, steps: Int, inputs: Int, hidden: Int, isBidirectional: Bool = true,
      scale: Double = 0.6
    ) -> Challenge<LevelBackwardInput> {
      let level = random.level(
        inputs: inputs, hidden: hidden, isBidirectional: isBidirectional, scale: scale)
      let x = random.vectors(steps, of: inputs)
      return Challenge(
        name,
        LevelBackwardInput(
          trace: known { try levelForward(x, parameters: level) },
          dOutputs: random.vectors(steps, of: level.outputSize), parameters: level))
    }
    return [
      drawn("three steps, D 2, H 2", steps: 3, inputs: 2, hidden: 2),
      drawn("one step", steps: 1, inputs: 3, hidden: 2),
      drawn("one direction alone", steps: 3, inputs: 3, hidden: 2, isBidirectional: false),
      drawn("as many steps as inputs and hidden units", steps: 4, inputs: 4, hidden: 4),
      drawn("D 6, H 3, as from two directions below", steps: 5, inputs: 6, hidden: 3),
      drawn("random, T = 7, D 3, H 5", steps: 7, inputs: 3, hidden: 5, scale: 0.9),
    ]
  },
  reference: { input in
    let result = try levelBackward(
      input.trace, dOutputs: input.dOutputs, parameters: input.parameters)
    return LayerGradients(gradients: result.gradients, dInputs: result.dInputs)
  },
  observations: {
    Observation.all(
      of: $0.gradients, prefix: "d",
      claim: "each layer's gradient follows from its own half of dOutputs, in its own order") + [
        Observation(
          "dInputs", claim: "dInputs[t] is the sum of what both layers hand to input t",
          overTime: $0.dInputs)
      ]
  },
  properties: [gradientOfOwnLevel],
  sizes: { [.steps($0.trace.forward.inputs.count), .hidden($0.parameters.hiddenSize)] },
  ladder: levelLadder,
  misconceptions: levelBackwardMisconceptions)

/// Central differences of Σ d · y, whose gradient at the outputs y is `d`.
private let gradientOfOwnLevel = Property<LevelBackwardInput, LayerGradients<Level>>(
  OwnGradient.claim
) {
  input, got, ask in
  guard input.parameters.hiddenSize == 2, input.parameters.inputSize == 2 else { return nil }
  let check = OwnGradient(
    exercise: "09.5", backward: "levelBackward", forward: "levelForward",
    names: input.parameters.names + inputNames(input.trace.forward.inputs.count),
    point: TensorList(
      input.parameters.tensors
        + input.trace.forward.inputs.map { Matrix(column: $0) }),
    gradient: TensorList(
      got.gradients.tensors + got.dInputs.map { Matrix(column: $0) }), targets: [])
  return try check.finding { point in
    var parameters = input.parameters
    let count = parameters.names.count
    parameters.tensors = Array(point.tensors.prefix(count))
    let trace = try NoAnswer.catching(
      from: ask, "09.2",
      LevelForwardInput(
        inputs: point.tensors.dropFirst(count).map { $0.column(0) }, parameters: parameters),
      as: LevelTrace.self
    ).get()
    return weighted(trace.outputs, by: input.dOutputs)
  }
}
