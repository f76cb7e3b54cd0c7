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
    L(p) is the mean loss per token of `batch` from H₋₁ = 0, g = ∂L/∂p by way of dLogits; \
    p ← p − r clip(g, c) with r = `learningRate` and c = `maximumNorm`. The result is L of the p before \
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
        of: $0.parameters,
        claim: "every batch moves the parameters once, by −learningRate · clip(g)")
  },
  misconceptions: batchStepMisconceptions + batchStepScaleMisconceptions
    + batchStepUpdateMisconceptions,
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
