import Checking
import Contracts
import Recurrent

/// By what loss and gradient are divided, each by itself.
let batchLossMeanMisconceptions:
  [Misconception<MaskedCrossEntropyInput, MaskedCrossEntropyOutput>] = [
    wrongBatchLoss(
      "a gradient divided by T, a loss by N",
      "The loss is right, but the gradient is that of a mean over the steps.",
      "Of which loss is this the gradient?"
    ) { $0.gradientCount = { Double($0.batch.steps) } },
    wrongBatchLoss(
      "a loss divided by B, a gradient by N",
      "The gradient is right, but the loss is a sum over each sequence, divided by the sequences.",
      "By what is the loss divided?"
    ) {
      $0.gradientCount = $0.count
      $0.count = { Double($0.batch.size) }
    },
    wrongBatchLoss(
      "a loss divided by T, a gradient by N",
      "The gradient is right, but the loss grows with the number of sequences.",
      "By what is the loss divided?"
    ) {
      $0.gradientCount = $0.count
      $0.count = { Double($0.batch.steps) }
    },
    wrongBatchLoss(
      "a loss divided by T · B, a gradient by N",
      "The gradient is right, but padding counts in the mean of the loss.",
      "How many of the places of the batch are tokens?"
    ) {
      $0.gradientCount = $0.count
      $0.count = { Double($0.batch.steps * $0.batch.size) }
    },
    wrongBatchLoss(
      "divided by N and by B: 1/(N · B)",
      "Loss and gradient are divided by the number of sequences once more, after the tokens.",
      "Are the sequences not counted already where the tokens are?"
    ) { $0.count = { Double($0.batch.tokens * $0.batch.size) } },
    wrongBatchLoss(
      "divided by the tokens twice: 1/N²",
      "Loss and gradient are divided by N inside of the sum and once more behind it.",
      "How often is the sum over the tokens divided?"
    ) { $0.count = { Double($0.batch.tokens * $0.batch.tokens) } },
    wrongBatchLoss(
      "a gradient divided by the tokens twice: 1/N²",
      "The loss is right, but the gradient is divided by N once more.",
      "How often is the gradient divided?"
    ) { $0.gradientCount = { Double($0.batch.tokens * $0.batch.tokens) } },
    wrongBatchLoss(
      "a mean over the steps of each step's mean",
      "Every step weighs the same, so a token weighs more where few sequences are left.",
      "Should a token weigh more because the other sequences have ended?"
    ) {
      $0.weight = { input, t, _ in
        1 / (Double(input.batch.steps) * width(at: t, in: input.batch))
      }
    },
    wrongBatchLoss(
      "each step's mean over its tokens, summed over the steps",
      "The loss grows with the length, and a token weighs more where few sequences are left.",
      "By how many numbers is the whole sum divided?"
    ) { $0.weight = { input, t, _ in 1 / width(at: t, in: input.batch) } },
    wrongBatchLoss(
      "each sequence's mean, summed over the sequences",
      "The loss grows with the batch, and a token of a short sequence weighs more.",
      "By how many numbers is the whole sum divided?"
    ) { $0.weight = { input, _, b in 1 / length(of: b, in: input.batch) } },
    wrongBatchLoss(
      "a gradient of the mean over the sequences of their means, beside a loss over all tokens",
      "The loss is right, but in the gradient a token of a short sequence weighs more.",
      "Of which loss is this the gradient?"
    ) {
      $0.gradientWeight = { input, _, b in
        1 / (Double(input.batch.size) * length(of: b, in: input.batch))
      }
    },
    wrongBatchLoss(
      "a gradient divided by each sequence's own length",
      "The loss is right, but each column of the gradient is divided by its sequence's tokens.",
      "By which one number is the whole gradient divided?"
    ) { $0.gradientWeight = { input, _, b in 1 / length(of: b, in: input.batch) } },
    wrongBatchLoss(
      "a gradient divided by the tokens of its own step",
      "The loss is right, but each step's gradient is divided by the sequences that are left there.",
      "By which one number is the whole gradient divided?"
    ) { $0.gradientWeight = { input, t, _ in 1 / width(at: t, in: input.batch) } },
    wrongBatchLoss(
      "a loss that is a mean of the sequences' means, beside a gradient over all tokens",
      "The gradient is right, but in the loss a token of a short sequence weighs more.",
      "By how many numbers is the whole sum divided?"
    ) {
      $0.gradientWeight = { input, _, _ in 1 / Double(input.batch.tokens) }
      $0.weight = { input, _, b in
        1 / (Double(input.batch.size) * length(of: b, in: input.batch))
      }
    },
    wrongBatchLoss(
      "precedence: softmax − onehot / N",
      "Only the one is divided by N, and the probabilities stand whole.",
      "What does the division take: the difference or its second term?"
    ) { $0.share = { d, weight, target in d + (1 - weight) * hot(target, d.count) } },
    wrongBatchLoss(
      "precedence: softmax / N − onehot",
      "Only the probabilities are divided by N, and the one at the target stands whole.",
      "What does the division take: the difference or its first term?"
    ) { $0.share = { d, weight, target in weight * d - (1 - weight) * hot(target, d.count) } },
    wrongBatchLoss(
      "a mean over the words, too: divided by N · V",
      "Loss and gradient are divided by the size of the vocabulary, too, as a mean over all places.",
      "Over what does the mean go: over tokens, or over tokens and words?"
    ) { $0.count = { Double($0.batch.tokens * $0.logits[0].rows) } },
    wrongBatchLoss(
      "a gradient divided by N · V",
      "The loss is right, but the gradient is divided by the size of the vocabulary, too.",
      "Over what does the mean go: over tokens, or over tokens and words?"
    ) { $0.gradientCount = { Double($0.batch.tokens * $0.logits[0].rows) } },
  ]
