import Checking
import Contracts
import Recurrent

/// Which pairs count, and how the errors of many tensors become one.
let relativeErrorOfTensorsMisconceptions: [Misconception<GradientCheckInput, GradientCheckOutput>] =
  chosenPairs + combined + ofNorms

private let chosenPairs: [Misconception<GradientCheckInput, GradientCheckOutput>] = [
  wrong(
    "the first tensor's error alone", "All tensors but the first may be wrong.",
    "Which tensors are the pairs taken from?"
  ) { worst($0.prefix(1)) },
  wrong(
    "the last tensor's error alone",
    "The worst pair is looked for anew in every tensor, so only the last one is kept.",
    "What do you keep from the tensors before?"
  ) { worst($0.suffix(1)) },
  wrong(
    "the last tensor left out of the error", "The last tensor may be all wrong.",
    "At which tensor does your loop end?"
  ) { worst($0.dropLast()) },
  wrong(
    "the first tensor left out of the error", "The first tensor may be all wrong.",
    "At which tensor does your loop begin?"
  ) { worst($0.dropFirst()) },
  wrong(
    "the first pair of each tensor alone", "All elements of a tensor but the first may be wrong.",
    "Which pairs of a tensor do your loops visit?"
  ) { worst($0.map { $0.prefix(1) }) },
  wrong(
    "the last pair of each tensor left out", "The last element of each tensor may be wrong.",
    "At which element does your loop end?"
  ) { worst($0.map { $0.dropLast() }) },
]

private let combined: [Misconception<GradientCheckInput, GradientCheckOutput>] = [
  wrong(
    "the worst of the tensors' mean errors",
    "One wrong element among many right ones of its tensor is thinned out until it hardly shows.",
    "Can one wrong element hide among many right ones?"
  ) { largestError($0.map(mean)) },
  wrong(
    "a mean of the tensors' worst errors",
    "One wrong tensor among right ones is thinned out.",
    "Can one wrong tensor hide among right ones?"
  ) { tensors in
    tensors.map { worst([$0]) }.reduce(0, +) / Double(max(1, tensors.count))
  },
  wrong(
    "a mean of the tensors' mean errors",
    "One wrong element is thinned out by the right ones of its tensor, and by right tensors.",
    "Can one wrong element hide among many right ones?"
  ) { tensors in tensors.map(mean).reduce(0, +) / Double(max(1, tensors.count)) },
  wrong(
    "a sum of the tensors' worst errors", "The error grows with the number of tensors.",
    "Does your error grow with the number of tensors?"
  ) { $0.map { worst([$0]) }.reduce(0, +) },
  wrong(
    "infinity where an element is NaN",
    "A NaN is found, and reported as an infinite error, where the contract asks for NaN.",
    "What should your function return if an element is NaN?"
  ) { tensors in
    let error = worst(tensors)
    return error.isNaN ? .infinity : error
  },
  wrong(
    "an error of 1 where an element is NaN",
    "A NaN is found, and reported as an ordinary error, where the contract asks for NaN.",
    "What should your function return if an element is NaN?"
  ) { tensors in
    largestError(tensors.joined().map { $0.isNaN || $1.isNaN ? 1 : errorRatio($0, $1) })
  },
]

/// ‖a − n‖ over something, tensor by tensor or all at once.
private let ofNorms: [Misconception<GradientCheckInput, GradientCheckOutput>] = [
  wrong(
    "norms of each tensor, and the worst of the quotients",
    "Large elements of a tensor drown its small ones, which may be wrong without showing.",
    "Can one wrong element hide among the others of its tensor?"
  ) { largestError($0.map { quotient($0) { max($0, $1) } }) },
  wrong(
    "norms of each tensor, and their sum as the denominator",
    "Large elements of a tensor drown its small ones, and no error is above 1.",
    "Can one wrong element hide among the others of its tensor?"
  ) { largestError($0.map { quotient($0) { $0 + $1 } }) },
  wrong(
    "the norm of the difference over the analytic gradient's norm",
    "Large elements drown the small ones, and the error changes when a and n change places.",
    "Can one wrong element hide among many right ones?"
  ) { quotient(Array($0.joined())) { analytic, _ in analytic } },
  wrong(
    "the norm of the difference over the numerical gradient's norm",
    "Large elements drown the small ones, and the error changes when a and n change places.",
    "Can one wrong element hide among many right ones?"
  ) { quotient(Array($0.joined())) { _, numerical in numerical } },
  wrong(
    "the largest difference of each tensor over its largest element",
    "A small element may be all wrong, as long as a large one stands in the same tensor.",
    "Which two elements belong in one quotient?"
  ) { tensors in
    largestError(
      tensors.map { pairs in
        let top = largestError(pairs.map { abs($0 - $1) })
        let bottom = largestError(pairs.map { max(abs($0), abs($1)) })
        return top == 0 ? 0 : top / bottom
      })
  },
]

private typealias Pairs = [(Double, Double)]

private func worst(_ tensors: some Sequence<some Sequence<(Double, Double)>>) -> Double {
  largestError(tensors.flatMap { $0.map { errorRatio($0, $1) } })
}

@Sendable private func mean(_ pairs: Pairs) -> Double {
  pairs.map { errorRatio($0, $1) }.reduce(0, +) / Double(max(1, pairs.count))
}

private func quotient(
  _ pairs: Pairs, by denominator: (_ analytic: Double, _ numerical: Double) -> Double
) -> Double {
  let difference = Vector(pairs.map { $0 - $1 }).norm
  let (analytic, numerical) = (Vector(pairs.map(\.0)).norm, Vector(pairs.map(\.1)).norm)
  return difference == 0 ? 0 : difference / denominator(analytic, numerical)
}

private func wrong(
  _ name: String, _ explanation: String, _ question: String,
  _ value: @escaping @Sendable ([Pairs]) -> Double
) -> Misconception<GradientCheckInput, GradientCheckOutput> {
  wrongGradientCheck(name, explanation, question) { $0.relativeError = value }
}
