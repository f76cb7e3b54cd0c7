import Checking
import Contracts
import Recurrent
import Reference

// T steps, B sequences, H hidden size, V vocabulary size.

let batchedForwardExercise = Exercise<BatchedForwardInput, BatchTrace>(
  "06.3", "The forward pass of a batch", points: 4,
  hints: [
    """
    Look at `rnnStep` of 02.3 and put a matrix where the hidden state is. `V * hidden` is then a product \
    of two matrices; the other two terms need one column for each sequence.
    """,
    """
    `U.selecting(columns: batch.inputs[t])` is U x for all B tokens, `adding(toColumns:)` adds a bias to \
    every column. Of the new states keep those at tokens, of the old ones those at padding: row t of the \
    mask, and 1 minus it.
    """,
    """
    A = U[:, x_t] + V H_{t−1} + b_h, N = tanh(A); H_t = N · diag(m_t) + H_{t−1} · diag(1 − m_t), m_t = \
    `mask.row(t)`; logits_t = W H_t + b_o. H₋₁ is `initialHidden`.
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "06.3")
    func drawn(
      _ name: String, _ lengths: [Int], hidden: Int, vocabulary: Int, scale: Double = 0.6
    ) -> Challenge<BatchedForwardInput> {
      Challenge(
        name,
        BatchedForwardInput(
          batch: random.batch(lengths, below: vocabulary),
          initialHidden: 0.5 * random.normal(hidden, lengths.count),
          parameters: random.parameters(
            hiddenSize: hidden, vocabularySize: vocabulary, scale: scale)))
    }
    return [
      Challenge(
        "two sequences, of one and two tokens, H 2, V 3",
        BatchedForwardInput(
          batch: Batch(
            inputs: [[1, 0], [0, 2]], targets: [[2, 1], [0, 2]], mask: Matrix(2, 2, [1, 1, 0, 1])),
          initialHidden: Matrix(2, 2, [0.6, 0, -0.4, 0.2]), parameters: .readable)),
      drawn("one sequence alone", [3], hidden: 3, vocabulary: 4),
      drawn("nothing padded", [3, 3], hidden: 4, vocabulary: 3),
      drawn("as many sequences as hidden units and words", [3, 5, 2, 1], hidden: 4, vocabulary: 4),
      drawn("as many sequences as words, H 3", [4, 2, 3, 1, 5], hidden: 3, vocabulary: 5),
      drawn("saturated: large weights", [4, 2, 5], hidden: 5, vocabulary: 4, scale: 2),
      drawn(
        "random, nine sequences", (0..<8).map { _ in random.integer(in: 1...7) } + [9], hidden: 6,
        vocabulary: 4),
      drawn("random, H 13, V 3", [6, 2, 3, 1], hidden: 13, vocabulary: 3, scale: 0.3),
    ]
  },
  reference: {
    try batchedForward($0.batch, initialHidden: $0.initialHidden, parameters: $0.parameters)
  },
  observations: { trace in
    Observation.all(of: trace.batch, claim: "the trace keeps the batch as it was") + [
      Observation(
        "initialHidden", claim: "the trace keeps the states before the first step",
        trace.initialHidden),
      Observation(
        "hidden", claim: "a column of hidden[t] is tanh(U x + V h′ + b_h), or h′ at padding",
        overTime: trace.hidden),
      Observation(
        "logits", claim: "logits[t] = W H_t + b_o in every column", overTime: trace.logits),
    ]
  },
  misconceptions: batchedForwardMisconceptions)

extension Observation {
  static func all(of batch: Batch, claim: String) -> [Observation] {
    [
      Observation("inputs", claim: claim, ids: batch.inputs),
      Observation("targets", claim: claim, ids: batch.targets),
      Observation("mask", claim: claim, batch.mask),
    ]
  }
}
