import Checking
import Contracts
import Recurrent
import Reference

/// Wrong losses of a batch that people really write.
let maskedCrossEntropyMisconceptions:
  [Misconception<MaskedCrossEntropyInput, MaskedCrossEntropyOutput>] = [
    // The mask.
    wrong(
      "padding counted in the mean: divided by T · B",
      "The more padding a batch has, the smaller its loss and its gradient come out.",
      "How many of the places of the batch are tokens?"
    ) { $0.count = { Double($0.batch.steps * $0.batch.size) } },
    wrong(
      "a loss and a gradient without the mask",
      "The network is judged and trained on places where there is no token.",
      "Where do you read `batch.mask`?"
    ) {
      $0.counts = { _, _, _ in true }
      $0.keeps = $0.counts
      $0.count = { Double($0.batch.steps * $0.batch.size) }
    },
    wrong(
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
    wrong(
      "a mask forgotten in dLogits",
      "The loss is right, but the gradient trains the network on places without a token.",
      "Does the loss depend on the logits at padding, and what is the gradient there?"
    ) { $0.keeps = { _, _, _ in true } },
    wrong(
      "a mask forgotten in the loss",
      "The gradient is right, but places of padding cost something in the loss.",
      "What does a place of padding add to the sum?"
    ) {
      $0.counts = { _, _, _ in true }
    },
    wrong(
      "the places of padding instead of the tokens",
      "Only places without a token are judged, and all that was read is left out.",
      "What does a 1 in the mask stand for?"
    ) {
      $0.counts = { $0.batch.mask[$1, $2] == 0 }
      $0.keeps = $0.counts
    },
    wrong(
      "a mask of targets that are not 0",
      "Where word 0 is the right answer, the network is never judged.",
      "Is a target with the id 0 always padding?"
    ) {
      $0.counts = { $0.batch.targets[$1][$2] != 0 }
      $0.keeps = $0.counts
    },
    // Which mean.
    wrong(
      "a mean over the sequences of their means",
      "Every sequence weighs the same, so a token of a short one weighs more.",
      "Should a token of a short sequence weigh more than one of a long sequence?"
    ) { $0.weight = { 1 / (Double($0.batch.size) * length(of: $1, in: $0.batch)) } },
    wrong(
      "a sum over each sequence, a mean over the sequences",
      "The loss grows with the length of the sequences.",
      "By how many numbers do you divide?"
    ) { $0.count = { Double($0.batch.size) } },
    wrong(
      "a sum where the mean belongs",
      "Loss and gradient grow with the batch, so a larger batch makes a larger step.",
      "By how many numbers do you divide?"
    ) {
      $0.count = { _ in 1 }
    },
    wrong(
      "a mean over steps: divided by T", "The loss grows with the number of sequences in a batch.",
      "How many tokens are read in one step?"
    ) {
      $0.count = { Double($0.batch.steps) }
    },
    wrong(
      "a gradient of the sum beside a loss that is a mean",
      "The loss is right, but the gradient is too large by the number of tokens.",
      "The loss is divided by N: is its gradient, too?"
    ) { $0.gradientCount = { _ in 1 } },
    wrong(
      "a gradient divided by B, a loss by N",
      "The loss is right, but the gradient grows with the length of the sequences.",
      "Of which loss is this the gradient?"
    ) { $0.gradientCount = { Double($0.batch.size) } },
    wrong(
      "a gradient divided by T · B, a loss by N",
      "The loss is right, but the more padding there is, the smaller the gradient comes out.",
      "Of which loss is this the gradient?"
    ) { $0.gradientCount = { Double($0.batch.steps * $0.batch.size) } },
    wrong(
      "a loss that is a sum beside a gradient of the mean",
      "The gradient is right, but the loss grows with the number of tokens.",
      "By what is the loss divided?"
    ) {
      $0.gradientCount = { Double($0.batch.tokens) }
      $0.count = { _ in 1 }
    },
    // The place itself.
    wrong(
      "a softmax over the sequences of the batch",
      """
      Sequences compete with each other for each word, where words should compete in each \
      sequence.
      """,
      "Which numbers of `logits[t]` compete with each other: those of a row or of a column?"
    ) {
      $0.probabilities = { logits, b in try softmaxOverRows(logits).column(b) }
      $0.loss = { try crossEntropy([$0.row($2)], targets: [$1], reduction: .sum) }
    },
    wrong(
      "inputs in place of targets",
      "The network is taught to repeat the token that it has just read.",
      "Which token should step t predict?"
    ) {
      $0.target = { $0.inputs[$1][$2] }
    },
    wrong(
      "the targets of the first sequence for all",
      "All sequences are judged by what the first one should say.",
      "Whose target is `targets[t][b]`?"
    ) {
      $0.target = { batch, t, _ in batch.targets[t][0] }
    },
    wrong(
      "probabilities without − onehot",
      "All words are pushed down, the right one too, however good the prediction is.",
      "What is the gradient if the prediction is perfect?"
    ) {
      $0.dColumn = { probabilities, _ in probabilities }
    },
    wrong(
      "the opposite sign",
      "Every gradient points downhill, so that a step against it makes the loss grow.",
      "Which sign has the gradient at the target's logit?"
    ) {
      $0.dColumn = { oneHot($1, $0.count) - $0 }
    },
    wrong(
      "the target's element alone",
      "What the loss says to all the other words' logits is left out.",
      "Does the loss depend on the logits of the other words?"
    ) { $0.dColumn = { ($0 - oneHot($1, $0.count)) * oneHot($1, $0.count) } },
    wrong(
      "the gradient by the probabilities: −1/p",
      "The gradient stops in front of the softmax and does not reach the logits.",
      "By which numbers is the gradient asked for?"
    ) { $0.dColumn = { -1 * (oneHot($1, $0.count) / $0.map { Swift.max($0, 1e-300) }) } },
  ]

// MARK: - The loss with its decisions laid open

private struct BatchLoss: Sendable {
  typealias Input = MaskedCrossEntropyInput

  // The defaults are the right ones.
  /// Whether the place counts in the loss, and in the gradient.
  var counts: @Sendable (Input, _ t: Int, _ b: Int) -> Bool = { $0.batch.mask[$1, $2] > 0 }
  var keeps: @Sendable (Input, _ t: Int, _ b: Int) -> Bool = { $0.batch.mask[$1, $2] > 0 }
  /// What the loss is divided by, and the gradient; `nil` for the same.
  var count: @Sendable (Input) -> Double = { Double($0.batch.tokens) }
  var gradientCount: (@Sendable (Input) -> Double)?
  /// The weight of a place in sequence b; `nil` for one over the count.
  var weight: (@Sendable (Input, _ b: Int) -> Double)?
  var probabilities: @Sendable (_ logits: Matrix, _ b: Int) throws -> Vector = {
    try softmax($0.column($1))
  }
  var loss: @Sendable (_ logits: Matrix, _ b: Int, _ target: Int) throws -> Double = {
    try crossEntropy([$0.column($1)], targets: [$2], reduction: .sum)
  }
  var target: @Sendable (Batch, _ t: Int, _ b: Int) -> Int = { $0.targets[$1][$2] }
  var dColumn: @Sendable (_ probabilities: Vector, _ target: Int) -> Vector = {
    $0 - oneHot($1, $0.count)
  }

  func callAsFunction(_ input: Input) throws -> MaskedCrossEntropyOutput {
    let batch = input.batch
    var loss = 0.0
    var dLogits = input.logits.map { Matrix(zeros: $0.rows, $0.columns) }
    for t in 0..<batch.steps {
      for b in 0..<batch.size {
        let share = weight?(input, b) ?? 1 / count(input)
        let target = target(batch, t, b)
        if counts(input, t, b) { loss += share * (try self.loss(input.logits[t], b, target)) }
        guard keeps(input, t, b) else { continue }
        let dShare = weight?(input, b) ?? 1 / (gradientCount ?? count)(input)
        let d = dColumn(try probabilities(input.logits[t], b), target)
        for v in d.indices { dLogits[t][v, b] = dShare * d[v] }
      }
    }
    return MaskedCrossEntropyOutput(loss: loss, dLogits: dLogits)
  }
}

private func length(of b: Int, in batch: Batch) -> Double { batch.mask.column(b).sum }

private func oneHot(_ target: Int, _ size: Int) -> Vector {
  var result = Vector(zeros: size)
  result[target] = 1
  return result
}

private func softmaxOverRows(_ logits: Matrix) throws -> Matrix {
  Matrix(rows: try (0..<logits.rows).map { try softmax(logits.row($0)) })
}

private func wrong(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout BatchLoss) -> Void
) -> Misconception<MaskedCrossEntropyInput, MaskedCrossEntropyOutput> {
  Misconception(
    name, explanation: explanation, question: question, in: BatchLoss(), run: { try $0($1) },
    change: change)
}
