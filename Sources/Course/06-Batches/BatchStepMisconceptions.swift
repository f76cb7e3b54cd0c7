import Checking
import Contracts
import Recurrent
import Reference

/// Wrong steps on a batch that people really write.
let batchStepMisconceptions: [Misconception<BatchTrainingInput, BatchTrainingOutput>] = [
  wrongBatchStep(
    "a loss taken after the update",
    "The loss comes from parameters that have just learnt this very batch, so it is too small.",
    "Which loss belongs to the gradient of this step?"
  ) {
    $0.measuresAfter = true
  },
  wrongBatchStep(
    "gradients that are not clipped", "Long gradients make leaps where short steps were meant.",
    "Where is `maximumNorm` used?"
  ) {
    $0.clip = { gradients, _, _ in gradients }
  },
  wrongBatchStep(
    "a limit of 0.25 whatever is given",
    "A limit other than 0.25 makes no difference to your step.", "Where is `maximumNorm` used?"
  ) {
    $0.clip = { gradients, _, _ in try Reference.clip(gradients, maximumNorm: 0.25) }
  },
  wrongBatchStep(
    "a step up the gradient", "Each step makes the loss grow.",
    "Does the loss fall from step to step or rise?"
  ) {
    $0.factor = { _ in -1 }
  },
  wrongBatchStep(
    "a loss that is the sum over the tokens",
    "The number returned grows with the number of tokens, and batches cannot be compared.",
    "By what is the loss divided?"
  ) {
    $0.loss = { $0 * Double($1.tokens) }
  },
  wrongBatchStep(
    "a loss per sequence", "Long sequences seem to be worse than short ones.",
    "By what is the loss divided?"
  ) {
    $0.loss = { $0 * Double($1.tokens) / Double($1.size) }
  },
  wrongBatchStep(
    "parameters that never move", "Every step meets the parameters that the first one met.",
    "Does the step change `parameters` or a copy?"
  ) {
    $0.rate = { _, _ in 0 }
  },
  wrongBatchStep(
    "one step for each sequence of the batch",
    "The later sequences of a batch meet parameters that have moved already.",
    "How many updates does one batch make?"
  ) { $0.splits = true },
]
