import Checking
import Contracts
import Recurrent
import Reference

let gradientCheckExercise = Exercise<GradientCheckInput, GradientCheckOutput>(
  "03.2", "The gradient check", points: 4,
  hints: [
    """
    Look at one parameter only, `parameters.tensors[k][i, j]`: everything else stays where it is. Then \
    put loops over i, j and k around it.
    """,
    """
    You need two losses per parameter, one on each side of it, and every loss starts again from the \
    untouched `parameters`. For `relativeError`, look at one pair of elements at a time and keep the \
    worst; a pair of two zeros agrees.
    """,
    """
    dL/dp ≈ (L(p + s) − L(p − s)) / 2s with s = `step`. The relative error is max |a − n| / max(|a|, |n|) \
    over all elements, 0 where a = n = 0.
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "03.2")
    let pairs = relativeErrorPairs(using: &random)
    let steps = [1e-3, 0.1, 0.1, 1e-5, 0.02, 0.1, 1e-3, 0.1]
    return pairs.enumerated().map { index, pair in
      let step = steps[index]
      return Challenge(
        "step \(step), \(pair.name)",
        drawn(step: step, shapes[index % shapes.count], pair.a, pair.n, using: &random))
    }
  },
  reference: { input in
    GradientCheckOutput(
      gradient: try numericalGradient(
        of: { input.function($0) }, at: input.point, step: input.step),
      relativeError: try relativeError(input.analytic, input.numerical))
  },
  observations: {
    Observation.all(
      of: $0.gradient,
      claim: "each element is (L(p + s) − L(p − s)) / 2s, one parameter moved at a time")
      + [
        // In a comparison NaN equals nothing; where NaN is right, that is asked apart.
        Observation(
          "relativeError.isNaN",
          claim: "the relative error is NaN if and only if an element is NaN",
          ["\($0.relativeError.isNaN)"]),
        Observation(
          "relativeError", claim: "the relative error is the largest |a − n| / max(|a|, |n|)",
          $0.relativeError.isNaN ? 0 : $0.relativeError),
      ]
  },
  // L is about 1 and p about 1: moving p by s = 1e-5 and back in another order of operations rounds L
  // by some 2e-16, which s magnifies to 2e-16 / 2e-5 = 1e-11. A forward difference is off by s L″/2,
  // some 1e-6, so 1e-8 parts the two with room on either side.
  tolerance: Tolerance(relative: 1e-8, absolute: 1e-9),
  misconceptions: gradientMisconceptions + gradientPointMisconceptions
    + relativeErrorMisconceptions + relativeErrorFloorMisconceptions
    + relativeErrorOfTensorsMisconceptions)

private let shapes: [[(rows: Int, columns: Int)]] = [
  [(2, 3)], [(1, 1)], [(3, 2), (2, 1)], [(1, 2), (2, 1)], [(4, 5), (2, 2), (1, 4), (3, 1), (2, 1)],
]

private func drawn(
  step: Double, _ shapes: [(rows: Int, columns: Int)], _ analytic: TensorList,
  _ numerical: TensorList, using random: inout SeededRandom
) -> GradientCheckInput {
  let count = shapes.reduce(0) { $0 + $1.rows * $1.columns }
  return GradientCheckInput(
    function: TestFunction(
      linear: Array(random.vector(count, scale: 0.5)),
      cubic: Array(random.vector(count, scale: 0.3)),
      sine: Array(random.vector(count, scale: 0.6)), coupling: 0.2 + 0.3 * random.uniform()),
    point: random.tensors(shapes, scale: 0.8), step: step, analytic: analytic, numerical: numerical)
}

/// Pairs of gradients to compare, each with a peculiarity.
private func relativeErrorPairs(
  using random: inout SeededRandom
) -> [(name: String, a: TensorList, n: TensorList)] {
  func list(_ rows: [Double]...) -> TensorList { TensorList(rows.map { Matrix(1, $0.count, $0) }) }
  let gradient = random.tensors([(3, 4), (4, 1), (1, 1)])
  var near = gradient
  near.tensors = near.tensors.map { $0.map { $0 * (1 + 1e-4 * random.normal()) } }
  return [
    (
      "gradients that differ by a tenth", list([1, -2], [-4], [3]),
      list([1.05, -2.05], [-4.4], [3.01])
    ),
    ("equal gradients with zeros", list([0, 3, 0], [-1]), list([0, 3, 0], [-1])),
    ("a sign flip", list([2, 1], [-0.25, 0.5]), list([2.05, 1.01], [0.25, 0.51])),
    ("an element that is zero on one side", list([0, 5], [1]), list([0.001, 5.01], [1])),
    ("tiny elements that differ much", list([3e-10, 1.001], [3]), list([2e-10, 1], [3])),
    ("a NaN among numbers", list([1, .nan, 2], [3]), list([1, 2, 2.5], [3])),
    ("gradients that are nearly equal", gradient, near),
    ("unrelated gradients", gradient, random.tensors([(3, 4), (4, 1), (1, 1)])),
  ]
}
