import Checking
import Contracts
import Recurrent
import Reference

let clippingExercise = Exercise<ClipInput, TensorList>(
  "03.3", "Clipping", points: 2,
  hints: [
    """
    Look at `gradients.tensors` as one long vector. It may become shorter; its direction must not \
    change, so one factor belongs to all tensors.
    """,
    """
    You need the global norm: the root of the sum of all squares in all tensors. `sumOfSquares` of a \
    matrix gives you a part of it. The factor is never larger than 1.
    """,
    """
    ‖g‖ = √Σₖ Σᵢⱼ gₖ[i, j]²; every element is multiplied by min(1, c / (‖g‖ + 10⁻⁶)) with \
    c = `maximumNorm`. The 10⁻⁶ keeps the quotient finite when ‖g‖ is 0.
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "03.3")
    func exact(_ name: String, _ tensors: [Matrix], _ maximumNorm: Double) -> Challenge<ClipInput> {
      Challenge(name, ClipInput(gradients: TensorList(tensors), maximumNorm: maximumNorm))
    }
    func drawn(_ name: String, norm: Double, _ maximumNorm: Double) -> Challenge<ClipInput> {
      var gradients = random.tensors([(5, 4), (5, 5), (4, 5), (5, 1), (4, 1)])
      let length = gradients.tensors.map(\.sumOfSquares).reduce(0, +).squareRoot()
      gradients.tensors = gradients.tensors.map { norm / length * $0 }
      return Challenge(name, ClipInput(gradients: gradients, maximumNorm: maximumNorm))
    }
    return [
      exact(
        "two tensors of norm 13, limit 2", [Matrix(1, 2, [3, -4]), Matrix(2, 1, [12, 0])], 2),
      exact(
        "norm 0.13, limit 0.25: nothing to do",
        [Matrix(1, 2, [0.03, 0.04]), Matrix(1, 1, [0.12])], 0.25),
      exact("norm 5, limit 5", [Matrix(2, 1, [3, 0]), Matrix(1, 2, [0, -4])], 5),
      exact("all gradients zero", [Matrix(zeros: 2, 2), Matrix(zeros: 2, 1)], 0.25),
      exact("one tensor with one large element", [Matrix(2, 3, [0.5, -7, 0.1, 0.2, 0, 1])], 0.25),
      drawn("norm under 1, limit smaller still", norm: 0.6 + 0.3 * random.uniform(), 0.25),
      drawn("random, over the limit", norm: 5 + 5 * random.uniform(), 1 + random.uniform()),
      drawn("random, under the limit", norm: 1.2 + random.uniform(), 3 + random.uniform()),
    ]
  },
  reference: { try clip($0.gradients, maximumNorm: $0.maximumNorm) },
  observations: {
    Observation.all(
      of: $0, claim: "all gradients are multiplied by one factor, min(1, c / (‖g‖ + 10⁻⁶))")
  },
  misconceptions: clippingMisconceptions)
