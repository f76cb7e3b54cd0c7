import Checking
import Contracts
import Recurrent
import Reference

// T steps, B sequences, V vocabulary size, N tokens that are not padding.

let maskedCrossEntropyExercise = Exercise<MaskedCrossEntropyInput, MaskedCrossEntropyOutput>(
  "06.2", "The loss of a batch", points: 4,
  hints: [
    """
    Look at the mask twice: a place of padding adds nothing to the loss, and it is not counted in what \
    you divide by either. Its column of the gradient stays zero.
    """,
    """
    One number N for the whole batch, `batch.tokens`. At each place with mask 1, take the cross-entropy \
    of its column of `logits[t]` and, at the same place, softmax minus one-hot as in lesson 03. Both are \
    divided by N.
    """,
    """
    loss = (1/N) Σ_t Σ_b m[t, b] · CE(z_t,b, y_t,b); `dLogits[t]`, column b = m[t, b] · (softmax(z_t,b) − \
    onehot(y_t,b)) / N, with z_t,b = `logits[t].column(b)` and N = Σ m.
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "06.2")
    func drawn(
      _ name: String, _ lengths: [Int], vocabulary: Int, scale: Double = 1
    ) -> Challenge<MaskedCrossEntropyInput> {
      let batch = random.batch(lengths, below: vocabulary)
      return Challenge(
        name,
        MaskedCrossEntropyInput(
          logits: random.matrices(batch.steps, vocabulary, batch.size, scale: scale), batch: batch))
    }
    return [
      Challenge(
        "two sequences, of one and two tokens, V 3",
        MaskedCrossEntropyInput(
          logits: [
            Matrix(3, 2, [1, -0.5, 2, 0.5, 0.5, 1.5]), Matrix(3, 2, [0.3, 1, -0.7, 2, 1.1, 0]),
          ],
          batch: Batch(
            inputs: [[0, 0], [0, 1]], targets: [[1, 1], [0, 2]], mask: Matrix(2, 2, [1, 1, 0, 1])))
      ),
      drawn("one sequence alone", [3], vocabulary: 4),
      drawn("nothing padded", [4, 4, 4], vocabulary: 3),
      drawn("much padding", [7, 1, 2, 1], vocabulary: 4),
      drawn("as many sequences as words and steps", [4, 2, 3, 1], vocabulary: 4),
      drawn("sure predictions, right and wrong", [3, 5, 2], vocabulary: 4, scale: 30),
      Challenge(
        "logits of 800, sure and wrong",
        MaskedCrossEntropyInput(
          logits: [
            Matrix(3, 2, [800, 0, 1, 900, -800, 2]), Matrix(3, 2, [1, 850, 0, -1, -2, 0.5]),
          ],
          batch: Batch(
            inputs: [[0, 1], [1, 0]], targets: [[2, 1], [1, 0]], mask: Matrix(2, 2, [1, 1, 1, 0])))
      ),
      drawn("logits of several hundred", [2, 4, 3], vocabulary: 5, scale: 400),
      drawn(
        "random, six sequences", (0..<6).map { _ in random.integer(in: 1...8) } + [9],
        vocabulary: 6),
    ]
  },
  reference: { input in
    let (loss, dLogits) = try maskedCrossEntropy(input.logits, batch: input.batch)
    return MaskedCrossEntropyOutput(loss: loss, dLogits: dLogits)
  },
  observations: {
    [
      Observation(
        "loss", claim: "the loss is the mean of the cross-entropy over the tokens", $0.loss),
      Observation(
        "dLogits", claim: "dLogits[t] is (softmax − onehot) / N at a token, 0 at padding",
        overTime: $0.dLogits),
    ]
  },
  sizes: {
    [
      .steps($0.batch.steps), .batch($0.batch.size), .tokens($0.batch.tokens),
      .vocabulary($0.logits.first?.rows ?? 0),
    ]
  },
  misconceptions: maskedCrossEntropyMisconceptions)

extension SeededRandom {
  /// Padded sequences of these lengths.
  mutating func batch(_ lengths: [Int], below vocabulary: Int) -> Batch {
    guard let batch = try? pad(lengths.map { example($0, below: vocabulary) }) else {
      preconditionFailure("sequences of \(lengths) can be padded")
    }
    return batch
  }

  /// `count` matrices of normal numbers times `scale`.
  mutating func matrices(
    _ count: Int, _ rows: Int, _ columns: Int, scale: Double = 1
  ) -> [Matrix] {
    (0..<count).map { _ in scale * normal(rows, columns) }
  }
}

extension Observation {
  /// One matrix per time step.
  init(_ name: String, claim: String, overTime matrices: [Matrix]) {
    // As with vectors: the shape that stands out, so that unlike ones never pass for a box.
    let first = matrices.first.map { [$0.rows, $0.columns] } ?? [0, 0]
    let shape = matrices.map { [$0.rows, $0.columns] }.first { $0 != first } ?? first
    self.init(
      name, claim: claim, shape: [matrices.count] + shape,
      values: .numbers(matrices.flatMap(\.elements)), hasTimeAxis: true)
  }
}
