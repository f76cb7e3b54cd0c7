import Checking
import Contracts
import Recurrent
import Reference

/// Wrong steps that people really write.
let stepMisconceptions: [Misconception<SGDInput, TensorList>] = sgdSteps + decays

private let sgdSteps: [Misconception<SGDInput, TensorList>] = [
  wrong(
    "a step up the gradient", "Parameters move to where the loss grows.",
    "Does the loss fall or rise in the direction of its gradient?"
  ) { $0.moved = { p, step, _ in p + step } },
  wrong(
    "a forgotten learning rate",
    "A step is as long as the gradient itself, whatever rate was asked for.",
    "How far does a step go if `learningRate` is 0?"
  ) { $0.step = { gradient, _ in gradient } },
  wrong(
    "a learning rate that is squared",
    "Steps are too short by another factor r; with r = 0.001 hardly anything moves.",
    "How often is the gradient multiplied by r?"
  ) { $0.step = { $1 * $1 * $0 } },
  wrong(
    "a division by the learning rate", "The smaller the rate, the larger the step.",
    "Does a smaller r make a smaller step?"
  ) { $0.step = { 1 / $1 * $0 } },
  wrong(
    "a gradient applied twice", "Every step is twice as long as asked for.",
    "How often is the gradient subtracted?"
  ) { $0.step = { 2 * $1 * $0 } },
  wrong(
    "parameters replaced by the step", "The old parameters are lost, and the step alone is left.",
    "What is left of the old parameters after a step?"
  ) { $0.moved = { _, step, _ in -1 * step } },
  wrong(
    "a changed copy",
    "Inside the function all is well, but the caller's parameters stay as they were.",
    "Does the caller see what you assign?"
  ) { $0.moved = { p, _, _ in p } },
  wrong(
    "parameters that shrink as well",
    "Each step also takes the share r off every parameter, as weight decay does.",
    "Does p occur in what is subtracted?"
  ) { $0.moved = { p, step, rate in (1 - rate) * p - step } },
  wrong(
    "the sign of the gradient instead of the gradient",
    "All elements move equally far, whether their slope is steep or gentle.",
    "Does a steeper slope make a larger step?"
  ) {
    $0.step = { gradient, rate in rate * gradient.map { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 } }
  },
  wrong(
    "a step of length r",
    "Each tensor moves by the same length, whether its gradient is long or short.",
    "Does a steeper slope make a larger step?"
  ) {
    $0.step = { gradient, rate in
      let norm = gradient.sumOfSquares.squareRoot()
      return norm > 0 ? rate / norm * gradient : 0 * gradient
    }
  },
  wrong(
    "a step divided by the number of elements",
    "Large tensors move less than small ones, though the rate is the same for all.",
    "Does the size of a tensor occur in the formula?"
  ) {
    $0.step = { $1 / Double(max(1, $0.rows * $0.columns)) * $0 }
  },
  wrong(
    "biases that are not moved",
    "Tensors of one column stay where they were drawn, so the biases are never trained.",
    "Which of the tensors are trained?"
  ) { $0.trains = { _, tensor in tensor.columns != 1 } },
  wrong(
    "the first tensor alone moved", "All tensors but the first stay where they were.",
    "How many tensors has `parameters.tensors`?"
  ) { $0.trains = { k, _ in k == 0 } },
  wrong(
    "gradients that pile up from step to step",
    "Each step goes along the sum of all gradients so far.",
    "Which gradients does a step know: its own, or those of the steps before as well?"
  ) { $0.remembered = { old, new in old + new } },
  wrong(
    "a momentum of 0.9", "Each step goes on along nine tenths of the one before.",
    "Does a step of this rule know anything of the step before?"
  ) { $0.remembered = { old, new in 0.9 * old + new } },
  wrong(
    "clipping inside the step", "Long gradients make shorter steps than r g.",
    "Whose work is the clipping, and what does this function's contract say?"
  ) { $0.prepared = { try clip($0, maximumNorm: 0.25) } },
  wrong(
    "a whole gradient of length 1", "Every step is r long, whether the slope is steep or gentle.",
    "Does a steeper slope make a larger step?"
  ) {
    $0.prepared = { gradients in
      let norm = gradients.tensors.map(\.sumOfSquares).reduce(0, +).squareRoot()
      return norm > 0 ? TensorList(gradients.tensors.map { 1 / norm * $0 }) : gradients
    }
  },
  wrong(
    "parameters multiplied by 1 − r g", "Parameters near 0 hardly move, whatever their gradient.",
    "Does p occur in what is subtracted?"
  ) { $0.moved = { p, step, _ in p - p.hadamard(step) } },
  wrong(
    "the last tensor not moved", "The last tensor stays where it was, and is never trained.",
    "At which tensor does your loop end?"
  ) { $0.isSpared = { k, count in k == count - 1 } },
  wrong(
    "the first tensor not moved", "The first tensor stays where it was, and is never trained.",
    "At which tensor does your loop begin?"
  ) { $0.isSpared = { k, _ in k == 0 } },
  wrong(
    "the last tensor alone moved", "All tensors but the last stay where they were.",
    "How many tensors has `parameters.tensors`?"
  ) { $0.isSpared = { k, count in k < count - 1 } },
  wrong(
    "half of the step", "Every step is half as long as asked for.",
    "Does the formula divide the gradient by anything?"
  ) { $0.step = { 0.5 * $1 * $0 } },
  wrong(
    "parameters and gradients exchanged: g − r p",
    "The gradient is moved against the parameters, and takes their place.",
    "Which of the two is moved, and which says where to?"
  ) { $0.exchanges = true },
  wrong(
    "the learning rate before the whole difference: r (p − g)",
    "Each step shrinks the parameters to the share r of what they were.",
    "What is left of the parameters if the gradient is zero?"
  ) { $0.moved = { p, step, rate in rate * p - step } },
  wrong(
    "the square of the gradient", "All parameters shrink, whichever way the loss falls.",
    "Does the sign of the gradient show in your step?"
  ) { $0.step = { gradient, rate in rate * gradient.map { $0 * $0 } } },
  wrong(
    "the magnitude of the gradient", "All parameters shrink, whichever way the loss falls.",
    "Does the sign of the gradient show in your step?"
  ) { $0.step = { gradient, rate in rate * gradient.map { abs($0) } } },
  wrong(
    "a learning rate that is subtracted, not multiplied: p − (g − r)",
    "A step is the gradient less r, where r should be a factor.",
    "How far does a step go if `learningRate` is 0?"
  ) { $0.step = { gradient, rate in gradient.map { $0 - rate } } },
  wrong(
    "a mean of old and new gradients: nine tenths of what was and a tenth of what is",
    "Each step goes along a moving average of all gradients so far.",
    "Does a step of this rule know anything of the step before?"
  ) { $0.remembered = { old, new in 0.9 * old + 0.1 * new } },
  wrong(
    "momentum, and the gradient once more: Nesterov's step",
    "Each step goes on along nine tenths of the one before, looked up ahead.",
    "Does a step of this rule know anything of the step before?"
  ) {
    $0.remembered = { old, new in 0.9 * old + new }
    $0.ahead = 0.9
  },
  wrong(
    "a step divided by the root of all squares so far, as AdaGrad does",
    "Each number has a rate of its own, which shrinks from step to step.",
    "Is the rate the same for every number?"
  ) { $0.adapts = true },
  wrong(
    "gradients clamped to ±1 inside the step",
    "Large elements of the gradient are cut before the step is made.",
    "Whose work is the clipping, and what does this function's contract say?"
  ) {
    $0.prepared = { TensorList($0.tensors.map { $0.map { min(1, max(-1, $0)) } }) }
  },
  wrong(
    "clipping to the norm 1 inside the step", "Long gradients make shorter steps than r g.",
    "Whose work is the clipping, and what does this function's contract say?"
  ) { $0.prepared = { try clip($0, maximumNorm: 1) } },
  wrong(
    "clipping to the norm 5 inside the step", "Long gradients make shorter steps than r g.",
    "Whose work is the clipping, and what does this function's contract say?"
  ) { $0.prepared = { try clip($0, maximumNorm: 5) } },
  wrong(
    "a step divided by the number of tensors",
    "Every step is too short by the number of tensors that there are.",
    "Does the number of tensors occur in the formula?"
  ) {
    $0.prepared = { gradients in
      TensorList(gradients.tensors.map { 1 / Double(max(1, gradients.tensors.count)) * $0 })
    }
  },
]

/// Parameters that are drawn towards zero besides.
private let decays: [Misconception<SGDInput, TensorList>] =
  [(0.1, "0.1"), (0.01, "0.01"), (1e-3, "0.001"), (5e-4, "0.0005"), (1e-4, "0.0001")].flatMap {
    decay, text in
    [
      wrong(
        "a weight decay of \(text): r (g + \(text) p)",
        "Each step also takes \(text) r off every parameter's own size, so the parameters shrink.",
        "Does p occur in what is subtracted?"
      ) { $0.moved = { p, step, rate in p - step - rate * decay * p } },
      wrong(
        "a weight decay of \(text) beside the step: (1 − \(text)) p − r g",
        "Each step shrinks every parameter by the share \(text), whatever the learning rate.",
        "Does a parameter move if its gradient is zero?"
      ) { $0.moved = { p, step, _ in (1 - decay) * p - step } },
    ]
  } + [
    wrong(
      "a weight decay of 0.01 that spares the biases",
      "The weights shrink by 0.01 r of their own size at each step; tensors of one column do not.",
      "Does p occur in what is subtracted?"
    ) {
      $0.moved = { p, step, rate in p.columns == 1 ? p - step : p - step - rate * 0.01 * p }
    },
    wrong(
      "an L1 penalty of 0.01: r (g + 0.01 sign p)",
      "Each step also draws every parameter towards zero, by the same 0.01 r.",
      "Does p occur in what is subtracted?"
    ) {
      $0.moved = { p, step, rate in
        p - step - rate * 0.01 * p.map { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 }
      }
    },
  ]

private func wrong(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout OpenSteps) -> Void
) -> Misconception<SGDInput, TensorList> {
  Misconception(
    name, explanation: explanation, question: question, in: OpenSteps(), run: { try $0($1) },
    change: change)
}
