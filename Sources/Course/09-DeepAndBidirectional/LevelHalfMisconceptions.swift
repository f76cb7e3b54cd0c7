import Checking
import Contracts
import Recurrent

/// Which half goes to which layer in which order, and whose gradient is kept.
let levelHalfMisconceptions: [Misconception<LevelBackwardInput, LayerGradients<Level>>] = [
  wrongLevelBackward(
    "the second half for both layers", "The forward layer gets what belongs to the reverse one.",
    "What belongs to the first half of `outputs[t]`?"
  ) { $0.halves = { d, size in (Vector(d.suffix(size)), Vector(d.suffix(size))) } },
  wrongLevelBackward(
    "every other number for each layer",
    "Even places go to the forward layer and odd ones to the reverse layer.",
    "Where in `dOutputs[t]` does the second layer's part begin?"
  ) {
    $0.halves = { d, size in
      (Vector((0..<size).map { d[2 * $0] }), Vector((0..<size).map { d[2 * $0 + 1] }))
    }
  },
  wrongLevelBackward(
    "the mean of both halves for both layers",
    "Each layer gets half of what belongs to both of them together.",
    "Were the two states averaged in the forward pass?"
  ) {
    $0.halves = { d, size in
      let mean = 0.5 * (Vector(d.prefix(size)) + Vector(d.suffix(size)))
      return (mean, mean)
    }
  },
  wrongLevelBackward(
    "a reverse layer that hears nothing from above",
    "The second half of `dOutputs` has no effect.",
    "What belongs to the second half of `outputs[t]`?"
  ) { $0.halves = { d, size in (Vector(d.prefix(size)), Vector(zeros: size)) } },
  wrongLevelBackward(
    "dOutputs turned round for both layers",
    "The forward layer's first step gets the gradient of its last, and the other way round.",
    "Which of the two layers read from the last input to the first?"
  ) { $0.turnForward = { $0.reversed() } },
  wrongLevelBackward(
    "dOutputs turned round for the forward layer instead of the reverse one",
    "Each of the two layers gets its gradients in the other one's order.",
    "Which of the two layers read from the last input to the first?"
  ) {
    $0.turnForward = { $0.reversed() }
    $0.turn = { $0 }
  },
  wrongLevelBackward(
    "dInputs of both layers turned round",
    "What the forward layer hands to the last input arrives at the first.",
    "Which of the two layers read from the last input to the first?"
  ) { $0.turnForwardBack = { $0.reversed() } },
  wrongLevelBackward(
    "dInputs of the forward layer turned round instead of the reverse one's",
    "Both layers' dInputs meet in the order in which the reverse layer read.",
    "Which of the two layers read from the last input to the first?"
  ) {
    $0.turnForwardBack = { $0.reversed() }
    $0.turnBack = { $0 }
  },
  wrongLevelBackward(
    "the elements of each dInputs turned round, not the list",
    "Each number of an input gets what belongs to another one, at the wrong step.",
    "What should be in reverse order: the steps, or the numbers of one step?"
  ) { $0.turnBack = { $0.map { Vector($0.reversed()) } } },
  wrongLevelBackward(
    "dInputs of the reverse layer one step late",
    "What the reverse layer hands to input t arrives at input t + 1.",
    "Which step of the reverse layer read input t?"
  ) {
    $0.turnBack = { d in d.suffix(1).map { 0 * $0 } + d.reversed().dropLast() }
  },
  wrongLevelBackward(
    "dInputs of the reverse layer one step early",
    "What the reverse layer hands to input t arrives at input t − 1.",
    "Which step of the reverse layer read input t?"
  ) {
    $0.turnBack = { d in Array(d.reversed().dropFirst()) + d.prefix(1).map { 0 * $0 } }
  },
  wrongLevelBackward(
    "dInputs of the reverse layer rolled by one step when they are turned back",
    "The index is T − t in place of T − 1 − t: each step gets the next one's, and step 0 its own.",
    "Which index has the last element of a list of T?"
  ) {
    $0.turnBack = { d in d.indices.map { d[(d.count - $0) % d.count] } }
  },
  wrongLevelBackward(
    "steps and numbers of dOutputs turned round for the reverse layer",
    """
    The list is turned round, and the numbers of each vector with it, as by a flip of all axes, so \
    that the reverse layer gets its units in reverse order.
    """,
    "Which of the two axes is that of time?"
  ) { $0.turn = { $0.reversed().map { Vector($0.reversed()) } } },
  wrongLevelBackward(
    "steps and numbers of dOutputs turned round, and the other half taken",
    """
    All of dOutputs is flipped, in time and within each vector, before it is halved: what lies \
    behind the first H numbers is then the forward half, its units in reverse order.
    """,
    "Which of the two axes is that of time?"
  ) {
    $0.halves = { d, size in (Vector(d.prefix(size)), Vector(d.reversed().dropFirst(size))) }
  },
  wrongLevelBackward(
    "steps and numbers of the reverse layer's dInputs turned back",
    "The list is turned back, and the numbers of each vector with it, as by a flip of all axes.",
    "Which of the two axes is that of time?"
  ) { $0.turnBack = { $0.reversed().map { Vector($0.reversed()) } } },
  wrongLevelBackward(
    "dOutputs of the reverse layer one step off",
    "The reverse layer's step for input t gets the gradient of another one.",
    "Which step of the reverse layer read input t?"
  ) {
    $0.turn = { d in d.suffix(1).map { 0 * $0 } + d.reversed().dropLast() }
  },
  wrongLevelBackward(
    "dOutputs of the last row alone for the reverse layer",
    "The reverse layer hears of its first step only, that of the last input.",
    "At how many steps does the level above read the reverse layer?"
  ) {
    $0.turn = { d in d.suffix(1) + d.dropLast().map { 0 * $0 } }
  },
  // Traces, weights and names.
  wrongLevelBackward(
    "the forward layer's trace for both layers",
    "The reverse layer goes back through steps that it never took.",
    "Which trace holds the reverse layer's steps?"
  ) { $0.takesForwardTrace = true },
  wrongLevelBackward(
    "the reverse layer's weights on the way back through the forward one",
    "The forward layer's gradient goes back along connections that it never used.",
    "Through which weights did the forward layer's gradient come?"
  ) { $0.forwardWeights = { $0.reverse ?? $0.forward } },
  wrongLevelBackward(
    "the two layers' weights exchanged on the way back",
    "Each layer's gradient goes back along the other one's connections.",
    "Through which weights did each layer's gradient come?"
  ) {
    $0.forwardWeights = { $0.reverse ?? $0.forward }
    $0.weights = { $0.forward }
  },
  wrongLevelBackward(
    "a forward layer without a gradient",
    "The forward layer keeps the gradient 0 and would never be trained.",
    "Does the loss depend on the forward layer?"
  ) { $0.finish = { $0.forward = $0.forward.zeros } },
  wrongLevelBackward(
    "the forward layer's gradient for both", "The reverse layer's own gradient is lost.",
    "Which layer does `gradients.reverse` belong to?"
  ) { $0.finish = { if $0.reverse != nil { $0.reverse = $0.forward } } },
  wrongLevelBackward(
    "the reverse layer's gradient for both", "The forward layer's own gradient is lost.",
    "Which layer does `gradients.forward` belong to?"
  ) { $0.finish = { if let reverse = $0.reverse { $0.forward = reverse } } },
  wrongLevelBackward(
    "a gradient of zeros for a reverse layer that there is not",
    "A level of one direction gets the gradient of a second layer, which its parameters lack.",
    "What is `gradients.reverse` where `parameters.reverse` is nil?"
  ) { $0.givesMissingLayerZeros = true },
  wrongLevelBackward(
    "a reverse layer whose gradient is left out of the result",
    "`gradients.reverse` is nil, though the level has a reverse layer.",
    "In which shapes does the contract ask for the gradients?"
  ) { $0.finish = { $0.reverse = nil } },
  wrongLevelBackward(
    "means of the two layers' gradients",
    "Both layers would be trained as if they were one and the same.",
    "Do the two layers share their weights?"
  ) {
    $0.finish = { gradients in
      guard let reverse = gradients.reverse else { return }
      var mean = reverse
      mean.tensors = zip(gradients.forward.tensors, reverse.tensors).map { 0.5 * ($0 + $1) }
      gradients = Level(forward: mean, reverse: mean)
    }
  },
  wrongLevelBackward(
    "dInputs of both layers multiplied",
    "What the two layers hand down is multiplied, where it should be added.",
    "x_t acts on the loss in two ways: what are their gradients together?"
  ) { $0.meet = { $0 * $1 } },
]
