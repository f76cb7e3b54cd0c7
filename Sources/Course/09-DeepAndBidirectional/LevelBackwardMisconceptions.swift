import Checking
import Contracts
import Recurrent
import Reference

/// Wrong ways back through two directions.
let levelWayBackMisconceptions: [Misconception<LevelBackwardInput, LayerGradients<Level>>] = [
  // The order of the reverse layer.
  wrongLevelBackward(
    "dOutputs that are not turned round for the reverse layer",
    "The reverse layer's first step gets the gradient of its last, and the other way round.",
    "At which time step did the reverse layer give its first output?"
  ) { $0.turn = { $0 } },
  wrongLevelBackward(
    "dInputs of the reverse layer that are not turned back",
    "What the reverse layer hands to the last input arrives at the first.",
    "At which time step did the reverse layer read its first input?"
  ) { $0.turnBack = { $0 } },
  wrongLevelBackward(
    "a reverse layer whose gradients stay in the order of time",
    "The reverse layer gets gradients, and hands them down, at the wrong end of the sequence.",
    "In which order did the reverse layer read?"
  ) {
    $0.turn = { $0 }
    $0.turnBack = { $0 }
  },
  wrongLevelBackward(
    "the elements of each gradient turned round, not the list",
    "Each unit of the reverse layer gets what belongs to another unit, at the wrong step.",
    "What should be in reverse order: the steps, or the numbers of one step?"
  ) { $0.turn = { $0.map { Vector($0.reversed()) } } },
  wrongLevelBackward(
    "a trace of the reverse layer that is turned round first",
    "The reverse layer goes back through a sequence that it never read in this order.",
    "In which order does `trace.reverse` hold its steps?"
  ) {
    $0.trace = { trace in
      var turned = trace
      turned.inputs.reverse()
      turned.steps.reverse()
      return turned
    }
  },
  // The halves.
  wrongLevelBackward(
    "the halves of dOutputs exchanged",
    "The forward layer gets what belongs to the reverse one, and the other way round.",
    "Which half of `outputs[t]` is the forward layer's?"
  ) {
    $0.halves = { d, size in (Vector(d.suffix(size)), Vector(d.prefix(size))) }
  },
  wrongLevelBackward(
    "the first half for both layers", "The reverse layer gets what belongs to the forward one.",
    "What belongs to the second half of `outputs[t]`?"
  ) {
    $0.halves = { d, size in (Vector(d.prefix(size)), Vector(d.prefix(size))) }
  },
  wrongLevelBackward(
    "the sum of both halves for both layers",
    "Each layer gets what belongs to both of them together.",
    "Were the two states added in the forward pass?"
  ) {
    $0.halves = { d, size in
      let sum = Vector(d.prefix(size)) + Vector(d.suffix(size))
      return (sum, sum)
    }
  },
  wrongLevelBackward(
    "half of the gradient for each layer",
    "Both layers and all that lies below get half of their gradient.",
    "Is a gradient shared out where two vectors are joined?"
  ) {
    $0.halves = { d, size in (0.5 * Vector(d.prefix(size)), 0.5 * Vector(d.suffix(size))) }
  },
  // What goes down.
  wrongLevelBackward(
    "dInputs of the forward layer alone", "What x_t did to the reverse layer is left out.",
    "How many layers read x_t?"
  ) {
    $0.meet = { forward, _ in forward }
  },
  wrongLevelBackward(
    "dInputs of the reverse layer alone", "What x_t did to the forward layer is left out.",
    "How many layers read x_t?"
  ) {
    $0.meet = { _, reverse in reverse }
  },
  wrongLevelBackward(
    "a mean where dInputs is a sum",
    "The level below gets half of its gradient, while the weights' are right.",
    "x_t acts on the loss in two ways: what are their gradients together?"
  ) { $0.meet = { 0.5 * ($0 + $1) } },
  wrongLevelBackward(
    "dInputs that are joined instead of added",
    "The level below gets twice as many numbers as it has outputs.", "How many numbers has x_t?"
  ) {
    $0.meet = { $0.concatenated(with: $1) }
  },
  wrongLevelBackward(
    "a difference where dInputs is a sum",
    "What x_t did to the reverse layer is subtracted, where it should be added.",
    "Do both layers read x_t with the same sign?"
  ) {
    $0.meet = { $0 - $1 }
  },
  // The parameters.
  wrongLevelBackward(
    "the gradients of both layers exchanged",
    "Each layer's gradients are right, and stand under the other one's name.",
    "Which layer does `gradients.reverse` belong to?"
  ) {
    $0.finish = { gradients in
      guard let reverse = gradients.reverse else { return }
      gradients = Level(forward: reverse, reverse: gradients.forward)
    }
  },
  wrongLevelBackward(
    "a reverse layer without a gradient",
    "The reverse layer keeps the gradient 0 and would never be trained.",
    "Does the loss depend on the reverse layer?"
  ) {
    $0.finish = { $0.reverse = $0.reverse?.zeros }
  },
  wrongLevelBackward(
    "the gradients of both layers added up",
    "Both layers would be trained as if they were one and the same.",
    "Do the two layers share their weights?"
  ) {
    $0.finish = { gradients in
      guard let reverse = gradients.reverse else { return }
      var sum = reverse
      sum.tensors = zip(gradients.forward.tensors, reverse.tensors).map { $0 + $1 }
      gradients = Level(forward: sum, reverse: sum)
    }
  },
  wrongLevelBackward(
    "the forward layer's weights on the way back through the reverse one",
    "The reverse layer's gradient goes back along connections that it never used.",
    "With which weights did the reverse layer read?"
  ) { $0.weights = { $0.forward } },
]
