import Checking
import Contracts
import Recurrent
import Reference

/// What one place costs, and what its gradient is.
let batchLossPlaceMisconceptions:
  [Misconception<MaskedCrossEntropyInput, MaskedCrossEntropyOutput>] = [
    // The softmax.
    wrongBatchLoss(
      "a softmax over a whole matrix of V × B",
      "All words of all sequences share one 1, where each column should add up to 1.",
      "Over which index of `logits[t]` do probabilities add up to 1?"
    ) {
      $0.probabilities = { try wholeSoftmax($0, $1, $2) }
      $0.loss = { -log(try wholeSoftmax($0, $1, $2)[$3]) }
    },
    wrongBatchLoss(
      "a softmax over a whole matrix in dLogits",
      "The loss is right, but in the gradient all words of all sequences share one 1.",
      "Over which index of `logits[t]` do probabilities add up to 1?"
    ) { $0.probabilities = { try wholeSoftmax($0, $1, $2) } },
    wrongBatchLoss(
      "a softmax over the sequences in dLogits",
      "The loss is right, but in the gradient sequences compete with each other for each word.",
      "Over which index of `logits[t]` do probabilities add up to 1?"
    ) { $0.probabilities = { try softmaxOverRows($0.logits[$1]).column($2) } },
    wrongBatchLoss(
      "a softmax over the steps",
      "Steps compete with each other for each word, where words should compete at each step.",
      "Which numbers have to add up to 1: those of one step, or those of one word?"
    ) {
      $0.probabilities = { try softmaxOverSteps($0, $1, $2) }
      $0.loss = { -log(try softmaxOverSteps($0, $1, $2)[$3]) }
    },
    wrongBatchLoss(
      "logits instead of probabilities in dLogits",
      "Raw logits take the place of probabilities, so the gradient no longer fits the loss.",
      "What becomes of the logits before they meet the target?"
    ) { $0.probabilities = { $0.logits[$1].column($2) } },
    wrongBatchLoss(
      "a softmax of the probabilities in dLogits",
      "The probabilities go through softmax again, so that all of them come out nearly equal.",
      "How often do the logits go through softmax?"
    ) { $0.probabilities = { try softmax(softmax($0.logits[$1].column($2))) } },
    wrongBatchLoss(
      "a softmax of the probabilities in loss and gradient",
      "Loss and gradient take the logits for what they are after softmax, and squeeze them twice.",
      "How often do the logits go through softmax?"
    ) {
      $0.probabilities = { try softmax(softmax($0.logits[$1].column($2))) }
      $0.loss = {
        let p = try softmax($0.logits[$1].column($2))
        return try crossEntropy([p], targets: [$3], reduction: .sum)
      }
    },
    wrongBatchLoss(
      "a log-softmax where probabilities belong, in dLogits",
      "The gradient is built from logarithms, which are never positive.",
      "Which of the two is between 0 and 1: softmax or its logarithm?"
    ) { $0.probabilities = { logSoftmax($0.logits[$1].column($2)) } },
    wrongBatchLoss(
      "the logarithm of a softmax that may be zero",
      "Where the target's probability rounds to zero the loss is infinite.",
      "What does the logarithm of a softmax become if it is written out and simplified?"
    ) { $0.loss = { -log(try softmax($0.logits[$1].column($2))[$3]) } },
    wrongBatchLoss(
      "a softmax that is not shifted by the largest logit",
      "Exponentials of large logits overflow, and a quotient of two infinities is no number.",
      "What is the exponential of 800?"
    ) {
      $0.probabilities = { unshifted($0.logits[$1].column($2)) }
      $0.loss = { -log(unshifted($0.logits[$1].column($2))[$3]) }
    },
    wrongBatchLoss(
      "a softmax in dLogits that is not shifted by the largest logit",
      "The loss is right, but in the gradient exponentials of large logits overflow.",
      "What is the exponential of 800?"
    ) { $0.probabilities = { unshifted($0.logits[$1].column($2)) } },
    // The loss.
    wrongBatchLoss(
      "1 − p in place of −ln p",
      "The loss of a prediction that is wrong and sure is bounded by 1.",
      "Which function of p is the cross-entropy?"
    ) { $0.loss = { 1 - (try softmax($0.logits[$1].column($2))[$3]) } },
    wrongBatchLoss(
      "a squared error of the probabilities in place of the cross-entropy",
      "The loss is Σ (p − y)² of each place, whose gradient would be another one.",
      "Which function of p is the cross-entropy?"
    ) {
      $0.loss = {
        let d = try softmax($0.logits[$1].column($2))
        let difference = d - hot($3, d.count)
        return difference.dot(difference)
      }
    },
    wrongBatchLoss(
      "the entropy of the prediction in place of the cross-entropy",
      "The loss says how unsure each prediction is, and does not ask the target.",
      "Which token does −ln p belong to?"
    ) {
      $0.loss = { input, t, b, _ in
        let column = input.logits[t].column(b)
        return -1 * (try softmax(column)).dot(logSoftmax(column))
      }
    },
    wrongBatchLoss(
      "the perplexity in place of the loss",
      "The mean is raised to e, so that it counts words instead of nats.",
      "In which unit is the loss asked for?"
    ) { $0.finish = { $0.loss = exp($0.loss) } },
    // Which target.
    wrongBatchLoss(
      "the target of the next step",
      "Each prediction is judged by the token after the one that it should name.",
      "Which row of `targets` belongs to `logits[t]`?"
    ) { $0.target = { $0.targets[min($1 + 1, $0.steps - 1)][$2] } },
    wrongBatchLoss(
      "the target of the step before",
      "Each prediction is judged by the token before the one that it should name.",
      "Which row of `targets` belongs to `logits[t]`?"
    ) { $0.target = { $0.targets[max($1 - 1, 0)][$2] } },
    wrongBatchLoss(
      "the next input in place of the target",
      "Each prediction is judged by what is read next, which padding has at a sequence's end.",
      "Where does the target of a sequence's last token stand?"
    ) { $0.target = { $1 + 1 < $0.steps ? $0.inputs[$1 + 1][$2] : 0 } },
    // The gradient.
    wrongBatchLoss(
      "dLogits of B × V",
      "Every number is right, but a row belongs to each sequence where a column should.",
      "Which index of `dLogits[t]` is the sequence?"
    ) { $0.finish = { $0.dLogits = $0.dLogits.map(\.transposed) } },
    wrongBatchLoss(
      "softmax's derivative once more: (p − y) ⊙ p ⊙ (1 − p)",
      "Sure predictions get hardly any gradient, even where they are wrong.",
      "Which derivative has brought the 1/p of the logarithm down to p − y?"
    ) { $0.dColumn = { ($0 - hot($1, $0.count)) * $0 * (1 - $0) } },
    wrongBatchLoss(
      "1 − p at the target",
      "The target is pushed down like all other words, the more so the less likely it was.",
      "Should the target's logit grow or shrink when you step against the gradient?"
    ) {
      $0.dColumn = {
        var d = $0
        d[$1] = 1 - d[$1]
        return d
      }
    },
    wrongBatchLoss(
      "a 1 set where − 1 belongs: p with 1 at the target",
      "The target's element is 1 and not p − 1, so it is pushed down whatever was said.",
      "What becomes of the target's probability: is 1 taken from it or put in its place?"
    ) {
      $0.dColumn = {
        var d = $0
        d[$1] = 1
        return d
      }
    },
    wrongBatchLoss(
      "p + onehot in place of p − onehot",
      "The target is pushed down hardest of all words.",
      "What is the gradient if the prediction is perfect?"
    ) { $0.dColumn = { $0 + hot($1, $0.count) } },
  ]

private typealias Input = MaskedCrossEntropyInput

@Sendable private func wholeSoftmax(_ input: Input, _ t: Int, _ b: Int) throws -> Vector {
  let logits = input.logits[t]
  let all = try softmax(Vector(logits.elements))
  return Vector((0..<logits.rows).map { all[$0 * logits.columns + b] })
}

@Sendable private func softmaxOverSteps(_ input: Input, _ t: Int, _ b: Int) throws -> Vector {
  Vector(
    try (0..<input.logits[t].rows).map { word in
      try softmax(Vector(input.logits.map { $0[word, b] }))[t]
    })
}

@Sendable private func unshifted(_ logits: Vector) -> Vector {
  let powers = logits.map { exp($0) }
  return powers / powers.sum
}
