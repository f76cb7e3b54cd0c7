import Checking
import Contracts
import Recurrent
import Reference

let sgdExercise = Exercise<SGDInput, TensorList>(
  "03.4", "The SGD step", points: 2,
  hints: [
    """
    Look at `inout`: what you assign to `parameters.tensors` is what the caller keeps. A changed copy \
    is lost.
    """,
    """
    The gradient points to where the loss grows, and you want it to fall. Each tensor moves by its own \
    gradient times `learningRate`, the biases like the weights.
    """,
    """
    θ ← θ − η g, for every tensor, with η = `learningRate` and g the tensor of `gradients` at the same \
    place.
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "03.4")
    func list(_ rows: [Double]...) -> TensorList {
      TensorList(rows.map { Matrix(1, $0.count, $0) })
    }
    func drawn(_ name: String, steps: Int, _ learningRate: Double) -> Challenge<SGDInput> {
      // As many tensors as a network has, so that one left out shows.
      let shapes = [(rows: 5, columns: 3), (5, 5), (3, 5), (5, 1), (3, 1)]
      return Challenge(
        name,
        SGDInput(
          parameters: random.tensors(shapes),
          gradients: (0..<steps).map { _ in random.tensors(shapes) },
          learningRate: learningRate))
    }
    return [
      Challenge(
        "one step, learning rate 0.1",
        SGDInput(
          parameters: list([1, -2], [0.5]), gradients: [list([0.5, 3], [-4])], learningRate: 0.1)),
      Challenge(
        "two steps, learning rate 0.5",
        SGDInput(
          parameters: list([1, -2], [0.5]),
          gradients: [list([2, 3], [-4]), list([1, -1], [0.2])],
          learningRate: 0.5)),
      Challenge(
        "a gradient of zero",
        SGDInput(
          parameters: list([1, -2], [0.5]), gradients: [list([0, 0], [0])], learningRate: 0.1)),
      drawn("no step", steps: 0, 0.1),
      drawn("learning rate 1", steps: 1, 1),
      drawn("random, three steps", steps: 3, 0.01 + 0.1 * random.uniform()),
      drawn("random, eight steps", steps: 8, 1e-3),
    ]
  },
  reference: { input in
    var parameters = input.parameters
    for gradients in input.gradients {
      try sgdStep(&parameters, gradients: gradients, learningRate: input.learningRate)
    }
    return parameters
  },
  observations: { Observation.all(of: $0, claim: "each tensor moves by −η times its gradient") },
  misconceptions: [
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
      "Steps are too short by another factor η; with η = 0.001 hardly anything moves.",
      "How often is the gradient multiplied by η?"
    ) { $0.step = { $1 * $1 * $0 } },
    wrong(
      "a division by the learning rate", "The smaller the rate, the larger the step.",
      "Does a smaller η make a smaller step?"
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
      "Each step also takes the share η off every parameter, as weight decay does.",
      "Does θ occur in what is subtracted?"
    ) { $0.moved = { p, step, rate in (1 - rate) * p - step } },
    wrong(
      "the sign of the gradient instead of the gradient",
      "All elements move equally far, whether their slope is steep or gentle.",
      "Does a steeper slope make a larger step?"
    ) {
      $0.step = { gradient, rate in rate * gradient.map { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 } }
    },
    wrong(
      "a step of length η",
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
      "clipping inside the step", "Long gradients make shorter steps than η g.",
      "Whose work is the clipping, and what does this function's contract say?"
    ) { $0.prepared = { try clip($0, maximumNorm: 0.25) } },
    wrong(
      "a whole gradient of length 1", "Every step is η long, whether the slope is steep or gentle.",
      "Does a steeper slope make a larger step?"
    ) {
      $0.prepared = { gradients in
        let norm = gradients.tensors.map(\.sumOfSquares).reduce(0, +).squareRoot()
        return norm > 0 ? TensorList(gradients.tensors.map { 1 / norm * $0 }) : gradients
      }
    },
    wrong(
      "parameters multiplied by 1 − η g", "Parameters near 0 hardly move, whatever their gradient.",
      "Does θ occur in what is subtracted?"
    ) { $0.moved = { p, step, _ in p - p.hadamard(step) } },
  ])

// MARK: - Steps with their decisions laid open

private struct OpenSteps: Sendable {
  // The defaults are the right ones.
  var prepared: @Sendable (TensorList) throws -> TensorList = { $0 }
  /// What a step knows of the gradients before its own.
  var remembered: @Sendable (_ old: Matrix, _ new: Matrix) -> Matrix = { _, new in new }
  var step: @Sendable (_ gradient: Matrix, _ rate: Double) -> Matrix = { $1 * $0 }
  var moved: @Sendable (Matrix, _ step: Matrix, _ rate: Double) -> Matrix = { p, step, _ in
    p - step
  }
  var trains: @Sendable (_ k: Int, Matrix) -> Bool = { _, _ in true }

  func callAsFunction(_ input: SGDInput) throws -> TensorList {
    var parameters = input.parameters
    var memory = parameters.tensors.map { 0 * $0 }
    for gradients in input.gradients {
      let gradients = try prepared(gradients)
      for k in parameters.tensors.indices {
        memory[k] = remembered(memory[k], gradients.tensors[k])
        guard trains(k, parameters.tensors[k]) else { continue }
        parameters.tensors[k] = moved(
          parameters.tensors[k], step(memory[k], input.learningRate), input.learningRate)
      }
    }
    return parameters
  }
}

private func wrong(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout OpenSteps) -> Void
) -> Misconception<SGDInput, TensorList> {
  Misconception(
    name, explanation: explanation, question: question, in: OpenSteps(), run: { try $0($1) },
    change: change)
}
