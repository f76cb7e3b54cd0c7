import Checking
import Contracts
import Recurrent

/// A gradient or a step that is divided or multiplied by a number of sequences, tokens or steps.
let batchStepScaleMisconceptions: [Misconception<BatchTrainingInput, BatchTrainingOutput>] =
  BatchCount.all.flatMap { count in
    [
      wrongBatchStep(
        "a gradient divided by \(count.name) once more, before it is clipped",
        "The loss was a mean over the tokens already; \(count.meaning) divides its gradient again.",
        "Where was the mean taken already?"
      ) { $0.factor = { 1 / count.value($0) } },
      wrongBatchStep(
        "a gradient multiplied by \(count.name), before it is clipped",
        "The gradient of the mean is made longer by \(count.meaning), or always ends at the limit.",
        "Is the loss of a batch a sum or a mean?"
      ) { $0.factor = { count.value($0) } },
      wrongBatchStep(
        "a clipped gradient divided by \(count.name) once more",
        """
        The step is divided by \(count.meaning) again, though the gradient is already that of the \
        mean, and comes out too short.
        """,
        "What is the norm of the step, and where was the mean taken already?"
      ) { $0.rate = { $0 / count.value($1) } },
      wrongBatchStep(
        "a rate multiplied by \(count.name)",
        "Every step is longer than it was asked to be, by \(count.meaning).",
        "Does this function know by which rule the rate was chosen?"
      ) { $0.rate = { $0 * count.value($1) } },
    ]
  } + [
    wrongBatchStep(
      "a rate divided by the root of B",
      "The step is shorter than it was asked to be, by the root of the number of sequences.",
      "Does this function know by which rule the rate was chosen?"
    ) { $0.rate = { $0 / Double($1.size).squareRoot() } },
    wrongBatchStep(
      "a rate multiplied by the root of B",
      "The step is longer than it was asked to be, by the root of the number of sequences.",
      "Does this function know by which rule the rate was chosen?"
    ) { $0.rate = { $0 * Double($1.size).squareRoot() } },
  ]

private struct BatchCount: Sendable {
  var name: String
  /// "the number of sequences".
  var meaning: String
  var value: @Sendable (Batch) -> Double

  static let all = [
    BatchCount(name: "B", meaning: "the number of sequences") { Double($0.size) },
    BatchCount(name: "the tokens", meaning: "the number of tokens") { Double($0.tokens) },
    BatchCount(name: "T", meaning: "the number of steps") { Double($0.steps) },
    BatchCount(name: "T · B", meaning: "the number of places") { Double($0.steps * $0.size) },
  ]
}
