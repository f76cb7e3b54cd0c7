import Checking
import Contracts
import Recurrent
import Reference

// T steps, H hidden size, V vocabulary size, C classes.

let stackBackwardExercise = Exercise<StackBackwardInput, LayerGradients<StackParameters>>(
  "09.6", "The way back through a stack", points: 4,
  hints: [
    """
    Turn your `stackForward` round: what it did last comes first. Which one variable did it hand from \
    level to level, and what takes its place on the way down?
    """,
    """
    At the top, Wv and bv as in every lesson, with the highest level's outputs as what Wv met; they hand \
    down Wvᵀ dLogits[t] at every step. Then the levels from the highest to the lowest: each one's dInputs \
    are the dOutputs of the one below.
    """,
    """
    dW_v = Σ dv_t ⊗ u_t, db_v = Σ dv_t, du_t = W_vᵀ dv_t with u the highest level's outputs. These du_t are \
    the dOutputs of level L − 1; those of level k − 1 are the dInputs of level k; and the dInputs of \
    level 0 are the stack's. `levelBackward` gives each level's gradients on the way.
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "09.6")
    func drawn(
      _ name: String, steps: Int, depth: Int, hidden: Int, vocabulary: Int, classes: Int,
      isBidirectional: Bool = true, scale: Double = 0.9
    ) -> Challenge<StackBackwardInput> {
      let stack = random.stack(
        depth: depth, hidden: hidden, vocabulary: vocabulary, classes: classes,
        isBidirectional: isBidirectional, scale: scale)
      let tokens = random.tokens(steps, below: vocabulary)
      return Challenge(
        name,
        StackBackwardInput(
          trace: known { try stackForward(tokens, parameters: stack) },
          dLogits: random.vectors(steps, of: classes), parameters: stack))
    }
    return [
      drawn(
        "two levels of one direction, H 2", steps: 3, depth: 2, hidden: 2, vocabulary: 3,
        classes: 2, isBidirectional: false),
      drawn("one step, two levels", steps: 1, depth: 2, hidden: 2, vocabulary: 3, classes: 2),
      drawn("one level, both directions", steps: 4, depth: 1, hidden: 3, vocabulary: 4, classes: 4),
      drawn(
        "two levels, both directions", steps: 5, depth: 2, hidden: 3, vocabulary: 5, classes: 2),
      drawn(
        "as many words as numbers between the levels", steps: 4, depth: 2, hidden: 2,
        vocabulary: 4, classes: 4),
      drawn("three levels", steps: 4, depth: 3, hidden: 3, vocabulary: 4, classes: 3),
      drawn(
        "random, four levels of one direction", steps: 6, depth: 4, hidden: 4, vocabulary: 3,
        classes: 5, isBidirectional: false),
    ]
  },
  reference: { input in
    let result = try stackBackward(
      input.trace, dLogits: input.dLogits, parameters: input.parameters)
    return LayerGradients(gradients: result.gradients, dInputs: result.dInputs)
  },
  observations: { output in
    let g = output.gradients
    return [
      Observation("dWv", claim: "dWv sums dLogits[t] ⊗ (outputs[t] of the highest level)", g.Wv),
      Observation("dbv", claim: "dbv sums dLogits over the steps", g.bv),
    ]
      + g.levels.enumerated().reversed().flatMap { k, level in
        Observation.all(
          of: level, prefix: "dlevels[\(k)].",
          claim: "level \(k) gets as dOutputs what stands above it hands down")
      } + [
        Observation(
          "dInputs", claim: "dInputs is what the lowest level hands down, V numbers a step",
          overTime: output.dInputs)
      ]
  },
  properties: [gradientOfOwnStack],
  sizes: { [.steps($0.trace.inputs.count), .vocabulary($0.parameters.vocabularySize)] },
  shares: { try timeShares($0) },
  ladder: stackLadder,
  misconceptions: stackBackwardMisconceptions)

/// Central differences of Σ d · y, whose gradient at the outputs y is `d`.
private let gradientOfOwnStack = Property<StackBackwardInput, LayerGradients<StackParameters>>(
  OwnGradient.claim
) {
  input, got, ask in
  // Some ninety numbers, two calls each.
  guard input.parameters.levels[0].hiddenSize == 2, input.trace.inputs.count == 3 else {
    return nil
  }
  let check = OwnGradient(
    exercise: "09.6", backward: "stackBackward", forward: "stackForward",
    names: input.parameters.names, point: TensorList(input.parameters.tensors),
    gradient: TensorList(got.gradients.tensors), targets: [])
  return try check.finding { point in
    var parameters = input.parameters
    parameters.tensors = point.tensors
    let trace = try NoAnswer.catching(
      from: ask, "09.3",
      StackForwardInput(inputs: input.trace.inputs, parameters: parameters),
      as: StackTrace.self
    ).get()
    return weighted(trace.logits, by: input.dLogits)
  }
}
