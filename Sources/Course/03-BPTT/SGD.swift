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
    p ← p − r g, for every tensor, with r = `learningRate` and g the tensor of `gradients` at the same \
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
  observations: { Observation.all(of: $0, claim: "each tensor moves by −r times its gradient") },
  misconceptions: stepMisconceptions)
