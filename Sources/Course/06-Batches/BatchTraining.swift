import Checking
import Contracts
import Recurrent
import Reference

// T steps, B sequences, H hidden size, V vocabulary size.

let batchTrainingExercise = Exercise<BatchTrainingInput, BatchTrainingOutput>(
  "06.5", "One step on a batch", points: 3,
  hints: [
    """
    Look at the five calls that one sequence took in `train` of 03.5, and put a batch in the place of the \
    sequence. All of them are functions that you have written.
    """,
    """
    Start from H × B zeros. The loss that is returned is the one met *before* the parameters move. \
    `maskedCrossEntropy` divides by the number of tokens already: nothing is left to divide.
    """,
    """
    L(θ) is the mean loss per token of `batch` from H₋₁ = 0, g = ∂L/∂θ by way of dLogits; \
    θ ← θ − η clip(g, c) with η = `learningRate` and c = `maximumNorm`. The result is L of the θ before \
    the arrow.
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "06.5")
    func drawn(
      _ name: String, _ sizes: [Int], _ learningRate: Double, maximumNorm: Double
    ) -> Challenge<BatchTrainingInput> {
      let parameters = random.parameters(hiddenSize: 6, vocabularySize: 4, scale: 0.35)
      let batches = sizes.map { size -> Batch in
        guard let batch = try? pad(random.countingExamples(size, longest: 6)) else {
          preconditionFailure("counting examples can be padded")
        }
        return batch
      }
      return Challenge(
        name,
        BatchTrainingInput(
          parameters: parameters, batches: batches, learningRate: learningRate,
          maximumNorm: maximumNorm))
    }
    return [
      drawn("one step on one sequence", [1], 0.1, maximumNorm: 0.25),
      drawn("one step on three sequences", [3], 0.5, maximumNorm: 0.25),
      drawn("two steps in which nothing is clipped", [4, 2], 0.1, maximumNorm: 1000),
      drawn("a limit of 0.1", [5, 5], 0.2, maximumNorm: 0.1),
      drawn("six steps, the last batch smaller", [4, 4, 4, 4, 4, 3], 0.3, maximumNorm: 0.25),
    ]
  },
  reference: { input in try steps(input) },
  observations: {
    [
      Observation(
        "losses", claim: "a step returns the mean loss per token before its update",
        curve: $0.losses)
    ]
      + Observation.all(
        of: $0.parameters, claim: "every batch moves the parameters once, by −η clip(g)")
  },
  misconceptions: [
    wrong(
      "a loss taken after the update",
      "The loss comes from parameters that have just learnt this very batch, so it is too small.",
      "Which loss belongs to the gradient of this step?"
    ) {
      $0.measuresAfter = true
    },
    wrong(
      "gradients that are not clipped", "Long gradients make leaps where short steps were meant.",
      "Where is `maximumNorm` used?"
    ) {
      $0.maximumNorm = { _ in .infinity }
    },
    wrong(
      "a limit of 0.25 whatever is given",
      "A limit other than 0.25 makes no difference to your step.", "Where is `maximumNorm` used?"
    ) {
      $0.maximumNorm = { _ in 0.25 }
    },
    wrong(
      "a step up the gradient", "Each step makes the loss grow.",
      "Does the loss fall from step to step or rise?"
    ) {
      $0.factor = { _ in -1 }
    },
    wrong(
      "a gradient divided by B once more",
      "Large batches move the parameters less than small ones.", "Where was the mean taken already?"
    ) {
      $0.factor = { 1 / Double($0.size) }
    },
    wrong(
      "a gradient divided by the tokens once more",
      "The step is far too short, since the loss was a mean over the tokens already.",
      "Where was the mean taken already?"
    ) {
      $0.factor = { 1 / Double($0.tokens) }
    },
    wrong(
      "the gradient of the sum over the tokens",
      "The step is too long by the number of tokens, or always ends at the limit.",
      "Is the loss of a batch a sum or a mean?"
    ) {
      $0.factor = { Double($0.tokens) }
    },
    wrong(
      "a rate multiplied by B", "Large batches make larger steps than they were asked to.",
      "Does this function know by which rule the rate was chosen?"
    ) {
      $0.rate = { $0 * Double($1.size) }
    },
    wrong(
      "a loss that is the sum over the tokens",
      "The number returned grows with the number of tokens, and batches cannot be compared.",
      "By what is the loss divided?"
    ) {
      $0.loss = { $0 * Double($1.tokens) }
    },
    wrong(
      "a loss per sequence", "Long sequences seem to be worse than short ones.",
      "By what is the loss divided?"
    ) {
      $0.loss = { $0 * Double($1.tokens) / Double($1.size) }
    },
    wrong(
      "clipping before the gradient's mean: 1/B after it",
      "Large batches make shorter steps than they were asked to, even where nothing is clipped.",
      "What is the norm of the step?"
    ) {
      $0.rate = { $0 / Double($1.size) }
    },
    wrong(
      "parameters that never move", "Every step meets the parameters that the first one met.",
      "Does the step change `parameters` or a copy?"
    ) {
      $0.rate = { _, _ in 0 }
    },
    wrong(
      "one step for each sequence of the batch",
      "The later sequences of a batch meet parameters that have moved already.",
      "How many updates does one batch make?"
    ) { $0.splits = true },
  ],
  notices: { try OwnTraining<RNNParameters>.batches.notices(seed: $0, $1) })

private func steps(
  _ input: BatchTrainingInput
) throws -> BatchTrainingOutput {
  var parameters = input.parameters
  let losses = try input.batches.map {
    try trainingStep(
      &parameters, on: $0, learningRate: input.learningRate, maximumNorm: input.maximumNorm)
  }
  return BatchTrainingOutput(losses: losses, parameters: parameters)
}

// MARK: - A step with its decisions laid open

private struct OpenStep: Sendable {
  // The defaults are the right ones.
  /// On the gradient before it is clipped.
  var factor: @Sendable (Batch) -> Double = { _ in 1 }
  var maximumNorm: @Sendable (Double) -> Double = { $0 }
  var rate: @Sendable (Double, Batch) -> Double = { rate, _ in rate }
  var loss: @Sendable (Double, Batch) -> Double = { loss, _ in loss }
  var measuresAfter = false
  var splits = false

  func callAsFunction(_ input: BatchTrainingInput) throws -> BatchTrainingOutput {
    var p = input.parameters
    var losses: [Double] = []
    for batch in input.batches {
      let parts = splits ? try batch.sequences.map { try pad([$0]) } : [batch]
      var sum = 0.0
      for part in parts { sum += try step(&p, part, input) * Double(part.tokens) }
      losses.append(loss(sum / Double(batch.tokens), batch))
    }
    return BatchTrainingOutput(losses: losses, parameters: p)
  }

  private func step(
    _ p: inout RNNParameters, _ batch: Batch, _ input: BatchTrainingInput
  ) throws -> Double {
    let zero = Matrix(zeros: p.hiddenSize, batch.size)
    let trace = try batchedForward(batch, initialHidden: zero, parameters: p)
    let (before, dLogits) = try maskedCrossEntropy(trace.logits, batch: batch)
    var gradients = try batchedBackward(trace, dLogits: dLogits, parameters: p).gradients
    gradients.tensors = gradients.tensors.map { factor(batch) * $0 }
    let limit = maximumNorm(input.maximumNorm)
    if limit.isFinite { gradients = try clip(gradients, maximumNorm: limit) }
    try sgdStep(&p, gradients: gradients, learningRate: rate(input.learningRate, batch))
    guard measuresAfter else { return before }
    return try maskedCrossEntropy(
      try batchedForward(batch, initialHidden: zero, parameters: p).logits, batch: batch
    ).loss
  }
}

extension Batch {
  /// The sequences without their padding.
  var sequences: [Example] {
    (0..<size).map { b in
      let steps = (0..<steps).filter { mask[$0, b] > 0 }
      return Example(inputs: steps.map { inputs[$0][b] }, targets: steps.map { targets[$0][b] })
    }
  }
}

private func wrong(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout OpenStep) -> Void
) -> Misconception<BatchTrainingInput, BatchTrainingOutput> {
  Misconception(
    name, explanation: explanation, question: question, in: OpenStep(), run: { try $0($1) },
    change: change)
}
