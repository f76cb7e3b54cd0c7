import Checking
import Contracts
import Recurrent
import Reference

/// Wrong ways to clip that people really write.
let clippingMisconceptions: [Misconception<ClipInput, TensorList>] =
  clippings + moreClippings + clippedParts + otherGuards + otherLimits

private let clippings: [Misconception<ClipInput, TensorList>] = [
  wrong(
    "each tensor clipped by its own norm",
    "Each tensor shrinks by another factor, so the whole gradient changes its direction.",
    "How many norms does the formula have?"
  ) { $0.eachAlone = true },
  wrong(
    "a factor without the 10⁻⁶",
    "Long gradients end exactly at the limit, where the formula leaves them a trace below it.",
    "What does the formula divide by, besides the norm, and what if all gradients are zero?"
  ) { $0.guardTerm = 0 },
  wrong(
    "a zero gradient that becomes NaN",
    "All is divided by the norm before it is stretched to its new length, and 0/0 is no number.",
    "What is the direction of a gradient of zeros?"
  ) { $0.factor = { limit, norm, guarded in min(norm, limit * norm / guarded) / norm } },
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
  ) { $0.scales = { k, count, _ in count == 1 || k < count - 1 } },
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
]

private let moreClippings: [Misconception<ClipInput, TensorList>] = [
  wrong(
    "a norm measured anew after each tensor has been scaled",
    """
    Later tensors meet a norm that is shorter already, so they shrink by another factor than the \
    first.
    """,
    "Of which gradients is the norm taken when the second tensor's turn comes?"
  ) { $0.measuresAnew = true },
  wrong(
    "a norm of the tensors so far",
    "Each tensor is scaled before the squares of all have been added, each by another factor.",
    "Of how many tensors does the norm know when the first one is scaled?"
  ) { $0.measuresSoFar = true },
  wrong(
    "10⁻⁶ added to the quotient", "The factor is 10⁻⁶ larger than c / ‖g‖, and its guard no guard.",
    "On which side of the fraction bar stands the 10⁻⁶?"
  ) { $0.factor = { limit, norm, _ in min(1, limit / norm + 1e-6) } },
  wrong(
    "the square of the factor: c² over the square of the norm",
    "Long gradients end too short, as when the factor is applied twice or no root is taken of it.",
    "How long is the vector [3, 4] after it has been multiplied by (1/5)²?"
  ) { $0.factor = { limit, _, guarded in min(1, limit * limit / (guarded * guarded)) } },
  wrong(
    "the root of the factor", "Long gradients shrink by the root of what they should.",
    "By which number must a vector of length 4 be multiplied to have length 1?"
  ) { $0.factor = { limit, _, guarded in min(1, (limit / guarded).squareRoot()) } },
  wrong(
    "a comparison with 1 in place of the limit",
    "Gradients longer than 1 are scaled to the limit, even up to it; shorter ones stay.",
    "With which number is the norm compared?"
  ) { $0.factor = { limit, norm, guarded in norm > 1 ? limit / guarded : 1 } },
  wrong(
    "long gradients thrown away", "What is longer than the limit becomes zero.",
    "What should become of a gradient that is longer than the limit?"
  ) { $0.factor = { limit, norm, _ in norm > limit ? 0 : 1 } },
  wrong(
    "the norm without the biases",
    "Tensors of one column have no say in the length, so the gradient stays too long.",
    "Which tensors does the global norm cover?"
  ) {
    $0.norm = {
      $0.tensors.filter { $0.columns > 1 }.map(\.sumOfSquares).reduce(0, +).squareRoot()
    }
  },
  wrong(
    "the norm of the last tensor alone",
    "Each tensor's squares take the place of the sum so far, to which they should be added.",
    "Which tensors does the global norm cover?"
  ) { $0.norm = { $0.norms.last ?? 0 } },
  wrong(
    "the norm without the first tensor",
    "The first tensor has no say in the length, so the gradient stays too long.",
    "Which tensors does the global norm cover?"
  ) {
    $0.norm = { $0.tensors.dropFirst().map(\.sumOfSquares).reduce(0, +).squareRoot() }
  },
  wrong(
    "the root of a sum of the tensors' norms",
    "The norms are added where their squares belong under the root.",
    "What is added up under the root: lengths or their squares?"
  ) { $0.norm = { $0.norms.reduce(0, +).squareRoot() } },
  wrong(
    "the root of a sum of magnitudes",
    "The elements' magnitudes are added where their squares belong under the root.",
    "What is added up under the root?"
  ) { $0.norm = { $0.magnitudes.reduce(0, +).squareRoot() } },
  wrong(
    "the root of the tensors' mean square",
    "The sum of squares is divided by the number of tensors, so the gradient stays too long.",
    "Does the number of tensors occur in the formula?"
  ) { $0.norm = { ($0.squares / Double(max(1, $0.norms.count))).squareRoot() } },
  wrong(
    "a mean of the squares as the norm",
    "The squares are averaged over all elements, and no root is taken.",
    "Does the number of elements occur in the formula?"
  ) { $0.norm = { $0.squares / Double(max(1, $0.magnitudes.count)) } },
  wrong(
    "a mean of the magnitudes as the norm",
    "One typical element stands for the whole length, so the gradient stays too long.",
    "What is the length of the vector [3, 4]?"
  ) {
    $0.norm = { $0.magnitudes.reduce(0, +) / Double(max(1, $0.magnitudes.count)) }
  },
  wrong(
    "biases that are not scaled", "Tensors of one column keep their length, whatever the factor.",
    "To which tensors does the factor belong?"
  ) { $0.scales = { _, _, tensor in tensor.columns > 1 } },
  wrong(
    "the first tensor alone scaled", "All tensors but the first keep their length.",
    "To which tensors does the factor belong?"
  ) { $0.scales = { k, _, _ in k == 0 } },
  wrong(
    "a first tensor that is not scaled", "The first tensor keeps its length, whatever the factor.",
    "To which tensors does the factor belong?"
  ) { $0.scales = { k, _, _ in k > 0 } },
]

/// A norm for each of the parts of a tensor.
private let clippedParts: [Misconception<ClipInput, TensorList>] = [
  Misconception(
    "each row clipped by its own norm",
    explanation:
      "Each row of a tensor shrinks by another factor, so the gradient turns another way.",
    question: "How many norms does the formula have?"
  ) { input in
    TensorList(input.gradients.tensors.map { rowsClipped($0, input.maximumNorm) })
  },
  Misconception(
    "each column clipped by its own norm",
    explanation:
      "Each column of a tensor shrinks by another factor, so the gradient turns another way.",
    question: "How many norms does the formula have?"
  ) { input in
    TensorList(
      input.gradients.tensors.map { rowsClipped($0.transposed, input.maximumNorm).transposed })
  },
]

@Sendable private func rowsClipped(_ tensor: Matrix, _ limit: Double) -> Matrix {
  Matrix(
    rows: (0..<tensor.rows).map { min(1, limit / (tensor.row($0).norm + 1e-6)) * tensor.row($0) })
}

/// A guard of another size than the contract's.
private let otherGuards: [Misconception<ClipInput, TensorList>] = [
  (1e-3, "10⁻³"), (1e-4, "10⁻⁴"), (1e-5, "10⁻⁵"), (1e-7, "10⁻⁷"), (1e-8, "10⁻⁸"),
].map { size, text in
  wrong(
    "a guard of \(text) where 10⁻⁶ belongs",
    "The number below the line beside the norm is \(text), so long gradients end at another length.",
    "How large is the number that the contract adds to the norm?"
  ) { $0.guardTerm = size }
}

/// A limit that is not the caller's.
private let otherLimits: [Misconception<ClipInput, TensorList>] = [
  (0.25, "0.25"), (1.0, "1"), (5.0, "5"),
].map { limit, text in
  wrong(
    "a limit of \(text) whatever is given",
    "The limit is always \(text), and `maximumNorm` makes no difference.",
    "Where is `maximumNorm` used?"
  ) { $0.factor = { _, _, guarded in min(1, limit / guarded) } }
}

private func wrong(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout OpenClipping) -> Void
) -> Misconception<ClipInput, TensorList> {
  Misconception(
    name, explanation: explanation, question: question, in: OpenClipping(), run: { $0($1) },
    change: change)
}
