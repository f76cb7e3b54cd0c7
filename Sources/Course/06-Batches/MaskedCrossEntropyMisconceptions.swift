import Checking
import Contracts
import Recurrent
import Reference

/// Wrong losses of a batch that people really write.
let batchLossMisconceptions: [Misconception<MaskedCrossEntropyInput, MaskedCrossEntropyOutput>] = [
  // The mask.
  wrongBatchLoss(
    "padding counted in the mean: divided by T · B",
    "The more padding a batch has, the smaller its loss and its gradient come out.",
    "How many of the places of the batch are tokens?"
  ) { $0.count = { Double($0.batch.steps * $0.batch.size) } },
  wrongBatchLoss(
    "a loss and a gradient without the mask",
    "The network is judged and trained on places where there is no token.",
    "Where do you read `batch.mask`?"
  ) {
    $0.counts = { _, _, _ in true }
    $0.keeps = $0.counts
    $0.count = { Double($0.batch.steps * $0.batch.size) }
  },
  wrongBatchLoss(
    "losses of padding added up, divided by the number of tokens",
    """
    Places of padding cost something, and the more of them there are, the worse the loss \
    seems.
    """,
    "What does a place of padding add to the sum?"
  ) {
    $0.counts = { _, _, _ in true }
    $0.keeps = $0.counts
  },
  wrongBatchLoss(
    "a mask forgotten in dLogits",
    "The loss is right, but the gradient trains the network on places without a token.",
    "Does the loss depend on the logits at padding, and what is the gradient there?"
  ) { $0.keeps = { _, _, _ in true } },
  wrongBatchLoss(
    "a mask forgotten in the loss",
    "The gradient is right, but places of padding cost something in the loss.",
    "What does a place of padding add to the sum?"
  ) {
    $0.counts = { _, _, _ in true }
  },
  wrongBatchLoss(
    "the places of padding instead of the tokens",
    "Only places without a token are judged, and all that was read is left out.",
    "What does a 1 in the mask stand for?"
  ) {
    $0.counts = { $0.batch.mask[$1, $2] == 0 }
    $0.keeps = $0.counts
  },
  wrongBatchLoss(
    "a mask of targets that are not 0",
    "Where word 0 is the right answer, the network is never judged.",
    "Is a target with the id 0 always padding?"
  ) {
    $0.counts = { $0.batch.targets[$1][$2] != 0 }
    $0.keeps = $0.counts
  },
  // Which mean.
  wrongBatchLoss(
    "a mean over the sequences of their means",
    "Every sequence weighs the same, so a token of a short one weighs more.",
    "Should a token of a short sequence weigh more than one of a long sequence?"
  ) {
    $0.weight = { input, _, b in
      1 / (Double(input.batch.size) * length(of: b, in: input.batch))
    }
  },
  wrongBatchLoss(
    "a sum over each sequence, a mean over the sequences",
    "The loss grows with the length of the sequences.",
    "By how many numbers do you divide?"
  ) { $0.count = { Double($0.batch.size) } },
  wrongBatchLoss(
    "a sum where the mean belongs",
    "Loss and gradient grow with the batch, so a larger batch makes a larger step.",
    "By how many numbers do you divide?"
  ) {
    $0.count = { _ in 1 }
  },
  wrongBatchLoss(
    "a mean over steps: divided by T", "The loss grows with the number of sequences in a batch.",
    "How many tokens are read in one step?"
  ) {
    $0.count = { Double($0.batch.steps) }
  },
  wrongBatchLoss(
    "a gradient of the sum beside a loss that is a mean",
    "The loss is right, but the gradient is too large by the number of tokens.",
    "The loss is divided by N: is its gradient, too?"
  ) { $0.gradientCount = { _ in 1 } },
  wrongBatchLoss(
    "a gradient divided by B, a loss by N",
    "The loss is right, but the gradient grows with the length of the sequences.",
    "Of which loss is this the gradient?"
  ) { $0.gradientCount = { Double($0.batch.size) } },
  wrongBatchLoss(
    "a gradient divided by T · B, a loss by N",
    "The loss is right, but the more padding there is, the smaller the gradient comes out.",
    "Of which loss is this the gradient?"
  ) { $0.gradientCount = { Double($0.batch.steps * $0.batch.size) } },
  wrongBatchLoss(
    "a loss that is a sum beside a gradient of the mean",
    "The gradient is right, but the loss grows with the number of tokens.",
    "By what is the loss divided?"
  ) {
    $0.gradientCount = { Double($0.batch.tokens) }
    $0.count = { _ in 1 }
  },
  // The place itself.
  wrongBatchLoss(
    "a softmax over the sequences of the batch",
    """
    Sequences compete with each other for each word, where words should compete in each \
    sequence.
    """,
    "Which numbers of `logits[t]` compete with each other: those of a row or of a column?"
  ) {
    $0.probabilities = { try softmaxOverRows($0.logits[$1]).column($2) }
    $0.loss = {
      try crossEntropy([$0.logits[$1].row($3)], targets: [$2], reduction: .sum)
    }
  },
  wrongBatchLoss(
    "inputs in place of targets",
    "The network is taught to repeat the token that it has just read.",
    "Which token should step t predict?"
  ) {
    $0.target = { $0.inputs[$1][$2] }
  },
  wrongBatchLoss(
    "the targets of the first sequence for all",
    "All sequences are judged by what the first one should say.",
    "Whose target is `targets[t][b]`?"
  ) {
    $0.target = { batch, t, _ in batch.targets[t][0] }
  },
  wrongBatchLoss(
    "probabilities without − onehot",
    "All words are pushed down, the right one too, however good the prediction is.",
    "What is the gradient if the prediction is perfect?"
  ) {
    $0.dColumn = { probabilities, _ in probabilities }
  },
  wrongBatchLoss(
    "the opposite sign",
    "Every gradient points downhill, so that a step against it makes the loss grow.",
    "Which sign has the gradient at the target's logit?"
  ) {
    $0.dColumn = { hot($1, $0.count) - $0 }
  },
  wrongBatchLoss(
    "the target's element alone",
    "What the loss says to all the other words' logits is left out.",
    "Does the loss depend on the logits of the other words?"
  ) { $0.dColumn = { ($0 - hot($1, $0.count)) * hot($1, $0.count) } },
  wrongBatchLoss(
    "the gradient by the probabilities: −1/p",
    "The gradient stops in front of the softmax and does not reach the logits.",
    "By which numbers is the gradient asked for?"
  ) { $0.dColumn = { -1 * (hot($1, $0.count) / $0.map { Swift.max($0, 1e-300) }) } },
]
