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
  misconceptions: [
    wrong(
      "each tensor clipped by its own norm",
      "Each tensor shrinks by another factor, so the whole gradient changes its direction.",
      "How many norms does the formula have?"
    ) { $0.eachAlone = true },
    wrong(
      "a factor without the 10⁻⁶",
      "Long gradients end exactly at the limit, and a norm of 0 divides by zero.",
      "What does your factor divide by if all gradients are zero?"
    ) { $0.guardTerm = 0 },
    wrong(
      "the 10⁻⁶ under the root", "The guard moves short gradients more than long ones.",
      "On which side of the root does the formula add its 10⁻⁶?"
    ) {
      $0.norm = { ($0.squares + 1e-6).squareRoot() }
      $0.guardTerm = 0
    },
    wrong(
      "gradients that are always scaled to the limit",
      "Short gradients are blown up to the limit, so that small steps become large ones.",
      "What should happen to a gradient that is short already?"
    ) { $0.factor = { limit, _, guarded in limit / guarded } },
    wrong(
      "gradients that come back as they were", "Nothing is shortened, however long it is.",
      "What should become of a gradient that is longer than the limit?"
    ) { $0.factor = { _, _, _ in 1 } },
    wrong(
      "half of the limit",
      "What is longer than half of the limit is shortened, and ends half as long as it may be.",
      "How long is a gradient after it has been clipped?"
    ) { $0.factor = { limit, _, guarded in min(1, limit / 2 / guarded) } },
    wrong(
      "a norm without the root",
      "The square of the length decides: long gradients shrink too much, short ones too little.",
      "What is the length of the vector [3, 4]?"
    ) { $0.norm = { $0.squares } },
    wrong(
      "a sum of the tensors' norms",
      "The lengths of the parts add up to more than that of the whole, so you shorten too much.",
      "When are the squares added: before or after the root?"
    ) { $0.norm = { $0.norms.reduce(0, +) } },
    wrong(
      "a mean of the tensors' norms",
      "The length comes out too small, so the gradient stays too long.",
      "When are the squares added: before or after the root?"
    ) {
      $0.norm = { $0.norms.reduce(0, +) / Double(max(1, $0.norms.count)) }
    },
    wrong(
      "the largest tensor's norm",
      "All tensors but the largest have no say in the length, so the gradient stays too long.",
      "Which tensors does the global norm cover?"
    ) { $0.norm = { $0.norms.max() ?? 0 } },
    wrong(
      "a sum of magnitudes as the norm",
      "The length comes out too large, the more so the more elements there are.",
      "What is the length of the vector [3, 4]?"
    ) { $0.norm = { $0.magnitudes.reduce(0, +) } },
    wrong(
      "the largest element as the norm",
      "One element stands for the whole length, so the gradient stays too long.",
      "What is the length of the vector [3, 4]?"
    ) { $0.norm = { $0.magnitudes.max() ?? 0 } },
    wrong(
      "a root of the mean square as the norm",
      "The length comes out too small by the root of the number of elements.",
      "Does the number of elements occur in the formula?"
    ) {
      $0.norm = { ($0.squares / Double(max(1, $0.magnitudes.count))).squareRoot() }
    },
    wrong(
      "the norm of the first tensor",
      "All tensors are clipped by the length of the first one, whatever the others hold.",
      "Which tensors does the global norm cover?"
    ) { $0.norm = { $0.norms.first ?? 0 } },
    wrong(
      "the norm without the last tensor",
      "The last tensor has no say in the length, so the gradient stays too long.",
      "Which tensors does the global norm cover?"
    ) {
      $0.norm = { $0.tensors.dropLast().map(\.sumOfSquares).reduce(0, +).squareRoot() }
    },
    wrong(
      "gradients scaled to length 1",
      "Long gradients end with length 1, whatever limit was asked for.",
      "Where does `maximumNorm` come in?"
    ) {
      $0.factor = { limit, norm, guarded in norm > limit ? 1 / guarded : 1 }
    },
    wrong(
      "the quotient upside down",
      "Long gradients become longer still, by the factor that should shorten them.",
      "Does your factor make a long gradient shorter?"
    ) {
      $0.factor = { limit, norm, guarded in norm > limit ? guarded / limit : 1 }
    },
    wrong(
      "a maximum where the minimum should be",
      "Long gradients stay as they are, and short ones are lengthened to the limit.",
      "Can a factor over 1 shorten a gradient?"
    ) { $0.factor = { limit, _, guarded in max(1, limit / guarded) } },
    wrong(
      "a comparison of the norm instead of the factor",
      "A gradient of exactly the limit stays as it is, where the formula takes a trace off it.",
      "If ‖g‖ is exactly c, what does the formula with its 10⁻⁶ give?"
    ) {
      $0.factor = { limit, norm, guarded in norm > limit ? limit / guarded : 1 }
    },
    wrong(
      "a last tensor that is not scaled",
      "The last tensor keeps its length, so the whole points in another direction.",
      "To which tensors does the factor belong?"
    ) { $0.sparesLast = true },
    Misconception(
      "each element clipped by its value",
      explanation:
        "Large elements are cut and small ones are not, so the gradient turns another way.",
      question: "Does your gradient keep its direction?"
    ) {
      input in
      TensorList(
        input.gradients.tensors.map {
          $0.map { min(input.maximumNorm, max(-input.maximumNorm, $0)) }
        })
    },
  ])

// MARK: - Clipping with its decisions laid open

private struct Gradients {
  var tensors: [Matrix]

  var squares: Double { tensors.map(\.sumOfSquares).reduce(0, +) }
  var norms: [Double] { tensors.map { $0.sumOfSquares.squareRoot() } }
  var magnitudes: [Double] { tensors.flatMap(\.elements).map { abs($0) } }
}

private struct OpenClipping: Sendable {
  // The defaults are the right ones.
  var norm: @Sendable (Gradients) -> Double = { $0.squares.squareRoot() }
  /// What keeps the quotient finite.
  var guardTerm = 1e-6
  /// What all elements are multiplied by; `guarded` is the norm and the guard.
  var factor: @Sendable (_ limit: Double, _ norm: Double, _ guarded: Double) -> Double = {
    limit, _, guarded in min(1, limit / guarded)
  }
  var eachAlone = false
  var sparesLast = false

  func callAsFunction(_ input: ClipInput) -> TensorList {
    let tensors = input.gradients.tensors
    func scaled(_ part: [Matrix]) -> [Matrix] {
      let norm = norm(Gradients(tensors: part))
      let factor = factor(input.maximumNorm, norm, norm + guardTerm)
      return part.map { factor * $0 }
    }
    var result = eachAlone ? tensors.flatMap { scaled([$0]) } : scaled(tensors)
    if sparesLast, tensors.count > 1 { result[tensors.count - 1] = tensors[tensors.count - 1] }
    return TensorList(result)
  }
}

private func wrong(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout OpenClipping) -> Void
) -> Misconception<ClipInput, TensorList> {
  Misconception(
    name, explanation: explanation, question: question, in: OpenClipping(), run: { $0($1) },
    change: change)
}
