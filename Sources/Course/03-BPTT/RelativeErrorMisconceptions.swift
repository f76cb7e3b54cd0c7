import Checking
import Contracts
import Recurrent
import Reference

// Misconceptions of relativeError.

let relativeErrorMisconceptions: [Misconception<GradientCheckInput, GradientCheckOutput>] =
  [
    wrongErrorOfPairs(
      "a denominator |a| + |n|",
      "Your error can never exceed 1, and is about half of the one asked for.",
      "What is the largest value that your error can have?"
    ) {
      abs($0 - $1) / (abs($0) + abs($1))
    },
    wrongErrorOfPairs(
      "a denominator |a| alone",
      "The error explodes where a is tiny, and changes when the two gradients change places.",
      "What is your error for a = 0 and n = 0.001?"
    ) {
      abs($0 - $1) / abs($0)
    },
    wrongErrorOfPairs(
      "a denominator |n| alone",
      "The error explodes where n is tiny, and changes when the two gradients change places.",
      "Is your error the same when a and n change places?"
    ) {
      abs($0 - $1) / abs($1)
    },
    wrongErrorOfPairs(
      "a mean of |a| and |n| in the denominator",
      "The denominator is too small wherever a and n differ, so your error is too large.",
      "Which of |a| and |n| should you divide by?"
    ) {
      abs($0 - $1) / ((abs($0) + abs($1)) / 2)
    },
    wrongErrorOfPairs(
      "an absolute error",
      "Large gradients look wrong and tiny ones look right, whatever share of them is off.",
      "Is a difference of 0.001 much or little?"
    ) { abs($0 - $1) },
    wrongErrorOfPairs(
      "a difference without its magnitude",
      "Where n is larger than a, the error is negative, and the maximum passes over it.",
      "What is your error if n is larger than a?"
    ) {
      ($0 - $1) / max(abs($0), abs($1))
    },
    wrongErrorOfPairs(
      "a floor of 1e-8 in the denominator",
      "Elements below 1e-8 seem to agree, even where one is half as large again as the other.",
      "What does your error say of 2e-10 beside 3e-10?"
    ) {
      abs($0 - $1) / max(abs($0), abs($1), 1e-8)
    },
    wrongErrorOfPairs(
      "1e-8 added to the denominator",
      "Elements below 1e-8 seem to agree, even where one is half as large again as the other.",
      "What does your error say of 2e-10 beside 3e-10?"
    ) {
      abs($0 - $1) / (max(abs($0), abs($1)) + 1e-8)
    },
    wrongErrorOfPairs(
      "the denominator max(10⁻⁸, |a| + |n|) of a well-known course",
      "Your error can never exceed 1, and elements below 1e-8 seem to agree.",
      "What does your error say of 2e-10 beside 3e-10, and of 1 beside −1?"
    ) {
      abs($0 - $1) / max(1e-8, abs($0) + abs($1))
    },
    wrongErrorOfPairs(
      "|a| + |n| + 10⁻⁸ in the denominator",
      "Your error can never exceed 1, and elements below 1e-8 seem to agree.",
      "What does your error say of 2e-10 beside 3e-10, and of 1 beside −1?"
    ) {
      abs($0 - $1) / (abs($0) + abs($1) + 1e-8)
    },
    wrongErrorOfPairs(
      "pairs with a zero passed over",
      "An element that is missing in one of the gradients is never found.",
      "What should the error be for a = 0 and n = 0.001?"
    ) {
      $0 == 0 || $1 == 0 ? 0 : abs($0 - $1) / max(abs($0), abs($1))
    },
    wrongErrorOfPairs(
      "magnitudes compared without their signs",
      "A gradient with the wrong sign passes as a right one.",
      "What is your error for a = 0.25 and n = −0.25?"
    ) {
      abs(abs($0) - abs($1)) / max(abs($0), abs($1))
    },
    wrongErrorOfAll(
      "a NaN that gets lost in the maximum",
      "A gradient with a NaN in it gets a fine error, as if that element were not there.",
      "What is max(0.1, NaN) in Swift?"
    ) { pairs in
      // `max(worst, error)` gives `worst` where the error is NaN.
      pairs.map { errorRatio($0, $1) }.reduce(0) { $1 >= $0 ? $1 : $0 }
    },
    wrongErrorOfAll(
      "0/0 where both elements are zero",
      "Two zeros, which agree perfectly, make the whole error NaN.",
      "What should the error be where a = n = 0?"
    ) {
      pairs in
      largestError(pairs.map { abs($0 - $1) / max(abs($0), abs($1)) })
    },
    wrongErrorOfAll(
      "a mean where the maximum should be",
      "One wrong element among many right ones is thinned out until it hardly shows.",
      "Can one wrong element hide among many right ones?"
    ) {
      pairs in pairs.map { errorRatio($0, $1) }.reduce(0, +) / Double(pairs.count)
    },
    wrongErrorOfAll(
      "a sum where the maximum should be",
      "Many small errors add up, so that large networks look wrong.",
      "Does your error grow with the number of parameters?"
    ) { pairs in
      pairs.map { errorRatio($0, $1) }.reduce(0, +)
    },
    wrongErrorOfAll(
      "the smallest error", "One right element is enough to make any gradient look right.",
      "Which of all the errors should your result be?"
    ) { pairs in
      pairs.map { errorRatio($0, $1) }.reduce(.infinity) { $1.isNaN || $1 < $0 ? $1 : $0 }
    },
    wrongErrorOfAll(
      "the last element's error",
      "All pairs before the last may be wrong, and your error does not show it.",
      "What do you keep from the earlier elements?"
    ) { pairs in
      pairs.last.map { errorRatio($0, $1) } ?? 0
    },
    wrongErrorOfAll(
      "norms of whole gradients",
      "Large elements drown the small ones, which may be wrong without showing.",
      "Can one wrong element hide among many right ones?"
    ) {
      pairs in
      let difference = Vector(pairs.map { $0 - $1 }).norm
      return difference == 0
        ? 0 : difference / max(Vector(pairs.map(\.0)).norm, Vector(pairs.map(\.1)).norm)
    },
    wrongErrorOfPairs(
      "the smaller of the two in the denominator",
      "The error is larger than asked for, and infinite where one of the two is zero.",
      "Which of |a| and |n| does the formula divide by?"
    ) { abs($0 - $1) / min(abs($0), abs($1)) },
    wrongErrorOfPairs(
      "the magnitude of the sum in the denominator",
      "Where the signs differ the denominator cancels, and the error grows without a bound.",
      "What is your denominator for a = 1 and n = −1?"
    ) { abs($0 - $1) / abs($0 + $1) },
    wrongErrorOfAll(
      "the largest difference over the largest element",
      "A small element may be all wrong, as long as a large one stands beside it.",
      "Which two elements belong in one quotient?"
    ) { pairs in
      let top = largestError(pairs.map { abs($0 - $1) })
      let bottom = largestError(pairs.map { max(abs($0), abs($1)) })
      return top == 0 ? 0 : top / bottom
    },
    wrongErrorOfAll(
      "the first pair's error alone", "All elements but the first may be wrong.",
      "How many pairs are there, and which of them counts?"
    ) { pairs in pairs.first.map { errorRatio($0, $1) } ?? 0 },
    wrongErrorOfAll(
      "norms, and their sum as the denominator",
      "Large elements drown the small ones, and even opposite gradients get no error above 1.",
      "Can one wrong element hide among many right ones?"
    ) {
      pairs in
      let difference = Vector(pairs.map { $0 - $1 }).norm
      return difference == 0
        ? 0 : difference / (Vector(pairs.map(\.0)).norm + Vector(pairs.map(\.1)).norm)
    },
  ]

/// Another error of all pairs of elements.
func wrongErrorOfAll(
  _ name: String, _ explanation: String, _ question: String,
  _ value: @escaping @Sendable ([(Double, Double)]) -> Double
) -> Misconception<GradientCheckInput, GradientCheckOutput> {
  wrongGradientCheck(name, explanation, question) { open in
    open.relativeError = { value(Array($0.joined())) }
  }
}

/// Another error of one pair, 0 for equal elements; the largest counts.
func wrongErrorOfPairs(
  _ name: String, _ explanation: String, _ question: String,
  _ value: @escaping @Sendable (Double, Double) -> Double
) -> Misconception<GradientCheckInput, GradientCheckOutput> {
  wrongErrorOfAll(name, explanation, question) { pairs in
    largestError(pairs.map { $0 == $1 ? 0 : value($0, $1) })
  }
}
