import Checking
import Contracts

/// What is said to keep a division by zero away, by its size.
private struct Floor: Sendable {
  var size: Double
  var text: String
}

/// Small numbers in the denominator, and pairs that are passed over: what they hide.
let relativeErrorFloorMisconceptions: [Misconception<GradientCheckInput, GradientCheckOutput>] =
  added + floors + tiny

private let added: [Misconception<GradientCheckInput, GradientCheckOutput>] = [
  Floor(size: 1e-15, text: "1e-15"), Floor(size: 1e-12, text: "1e-12"),
  Floor(size: 1e-10, text: "1e-10"), Floor(size: 1e-7, text: "1e-7"),
  Floor(size: 1e-6, text: "1e-6"),
].flatMap { floor in
  [
    wrongErrorOfPairs(
      "\(floor.text) added to the denominator",
      "The denominator is larger than max(|a|, |n|) by \(floor.text), which hides errors of tiny "
        + "numbers.",
      "What does your error say of 2e-10 beside 3e-10?"
    ) { distance($0, $1) / (larger($0, $1) + floor.size) },
    wrongErrorOfPairs(
      "|a| + |n| + \(floor.text) in the denominator",
      "The sum of both sizes and \(floor.text) stands where the larger of the two belongs, so your "
        + "error can never exceed 1.",
      "What does your error say of 1 beside −1?"
    ) { distance($0, $1) / (both($0, $1) + floor.size) },
  ]
}

private let floors: [Misconception<GradientCheckInput, GradientCheckOutput>] = [
  Floor(size: 1e-9, text: "1e-9"), Floor(size: 1e-7, text: "1e-7"),
]
.flatMap { floor in
  [
    wrongErrorOfPairs(
      "a floor of \(floor.text) in the denominator",
      "Elements below \(floor.text) seem to agree, even where one is half as large again as the "
        + "other.",
      "What does your error say of 2e-10 beside 3e-10?"
    ) { distance($0, $1) / max(larger($0, $1), floor.size) },
    wrongErrorOfPairs(
      "the denominator max(\(floor.text), |a| + |n|)",
      "The sum of both sizes stands where the larger of the two belongs, and elements below "
        + "\(floor.text) seem to agree.",
      "What does your error say of 2e-10 beside 3e-10, and of 1 beside −1?"
    ) { distance($0, $1) / max(both($0, $1), floor.size) },
  ]
}

// A floor so high, or a pair not looked at: of tiny elements nothing is seen in either case.
private let tiny: [Misconception<GradientCheckInput, GradientCheckOutput>] = [
  wrongErrorOfPairs(
    "tiny elements that do not count",
    """
    Pairs of tiny numbers are passed over, or get a floor in the denominator that is far larger \
    than they are.
    """,
    "What does your error say of 2e-10 beside 3e-10?"
  ) { larger($0, $1) < 1e-8 ? 0 : distance($0, $1) / larger($0, $1) },
  wrongErrorOfPairs(
    "|a| + |n| in the denominator, and tiny elements that do not count",
    """
    Pairs of tiny numbers are passed over or drowned by a floor, and all others are divided by the \
    sum of both sizes, not by the larger.
    """,
    "What does your error say of 2e-10 beside 3e-10, and of 1 beside −1?"
  ) { larger($0, $1) < 1e-8 ? 0 : distance($0, $1) / both($0, $1) },
  wrongErrorOfPairs(
    "max(a, n) without magnitudes in the denominator",
    "Two negative numbers are divided by a negative one, and the maximum passes over the pair.",
    "Which of −3 and −2 is the larger, and which has the larger magnitude?"
  ) { abs($0 - $1) / max($0, $1) },
  wrongErrorOfPairs(
    "the magnitude of max(a, n) in the denominator",
    "Of two negative numbers the smaller magnitude is divided by, and of two signs the positive.",
    "Which of −3 and −2 is the larger, and which has the larger magnitude?"
  ) { abs(($0 - $1) / max($0, $1)) },
  wrongErrorOfPairs(
    "squares: (a − n)² over the larger square",
    "The relative error of each pair is squared, so that what is small looks smaller still.",
    "What is your error if n is a tenth larger than a?"
  ) {
    let error = ($0 - $1) / max(abs($0), abs($1))
    return error * error
  },
  wrongErrorOfPairs(
    "a division by the larger of the size and 1",
    "Numbers below 1 are compared by their plain difference, so small gradients seem to agree.",
    "What does your error say of 2e-10 beside 3e-10?"
  ) { distance($0, $1) / max(1, larger($0, $1)) },
  wrongErrorOfPairs(
    "1 added to the denominator",
    "Numbers far below 1 are compared by their plain difference, so small gradients seem to agree.",
    "What does your error say of 2e-10 beside 3e-10?"
  ) { distance($0, $1) / (1 + larger($0, $1)) },
]

private func distance(_ a: Double, _ n: Double) -> Double { abs(a - n) }
private func larger(_ a: Double, _ n: Double) -> Double { max(abs(a), abs(n)) }
private func both(_ a: Double, _ n: Double) -> Double { abs(a) + abs(n) }
