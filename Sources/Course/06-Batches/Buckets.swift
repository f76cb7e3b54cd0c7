import Checking
import Contracts
import Recurrent
import Reference

// B sequences to a batch.

let bucketsExercise = Exercise<BucketsInput, [[Example]]>(
  "06.6", "Buckets", points: 2,
  hints: [
    """
    Look at what a batch of `examples` wastes: every row beyond a sequence's own length. Which \
    neighbours waste none?
    """,
    """
    Sort by the length first, then cut. Swift's `sort` does not promise to keep equals in their order: \
    compare the places, too, where the lengths agree.
    """,
    """
    Order the indices i by the pairs (T_i, i); bucket k holds the sequences at places k·B … (k + 1)·B − 1 \
    of that order, and the last one what is left.
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "06.6")
    func drawn(_ name: String, _ lengths: [Int], size: Int) -> Challenge<BucketsInput> {
      Challenge(
        name,
        BucketsInput(examples: lengths.map { random.example($0, below: 5) }, size: size))
    }
    return [
      drawn("four sequences in twos", [5, 2, 6, 3], size: 2),
      drawn("seven sequences in threes, one left over", [4, 9, 2, 7, 3, 8, 1], size: 3),
      drawn("equal lengths among others", [3, 2, 3, 3, 2, 4, 3, 2, 3], size: 4),
      drawn("a size of one", [3, 1, 2], size: 1),
      drawn("a size beyond the number of sequences", [3, 1, 2], size: 10),
      drawn("no sequence", [], size: 4),
      drawn("random, 40 in eights", (0..<40).map { _ in random.integer(in: 1...12) }, size: 8),
    ]
  },
  reference: { try buckets($0.examples, size: $0.size) },
  observations: { buckets in
    [
      Observation(
        "sizes", claim: "every bucket but the last holds B sequences", buckets.map(\.count)),
      Observation(
        "lengths", claim: "the lengths never fall from one sequence to the next",
        buckets.joined().map(\.inputs.count)),
      Observation(
        "inputs", claim: "sequences of one length keep the order in which they were given",
        buckets.joined().flatMap(\.inputs)),
      Observation(
        "targets", claim: "every sequence keeps its own targets",
        buckets.joined().flatMap(\.targets)),
    ]
  },
  misconceptions: [
    wrong(
      "buckets of the order given",
      "Short sequences stand beside long ones, and most of a batch may be padding.",
      "Which sequences share a bucket now?"
    ) {
      examples, size in
      cut(examples, size)
    },
    wrong(
      "the longest first", "The buckets are good ones, but they come in the opposite order.",
      "Where do the shortest sequences belong?"
    ) { examples, size in
      cut(sorted(examples) { -$0.inputs.count }, size)
    },
    wrong(
      "sorted within the buckets alone",
      "Each bucket is in order, but it still holds short sequences beside long ones.",
      "Which comes first: sorting or cutting?"
    ) {
      examples, size in
      cut(examples, size).map { sorted($0) { $0.inputs.count } }
    },
    wrong(
      "a last bucket that is left out", "Some sequences are never trained on.",
      "What becomes of the sequences that do not fill one?"
    ) {
      examples, size in
      cut(sorted(examples) { $0.inputs.count }, size).filter { $0.count == size }
    },
    wrong(
      "one bucket for each length",
      "Buckets come out very small or very large, as the lengths happen to be.",
      "How many sequences does a bucket hold?"
    ) { examples, _ in
      let lengths = Set(examples.map(\.inputs.count)).sorted()
      return lengths.map { length in examples.filter { $0.inputs.count == length } }
    },
    wrong(
      "as many buckets as sequences there should be in each",
      "The buckets have another size than was asked for.",
      "Is `size` the number of buckets or of the sequences in one?"
    ) { examples, size in
      let each = max(1, (examples.count + size - 1) / size)
      return cut(sorted(examples) { $0.inputs.count }, each)
    },
    wrong(
      "equals in reverse order",
      "Sequences of one length change their order, so the same seed trains in another order.",
      "Which of two sequences of one length was given first?"
    ) {
      examples, size in
      cut(sorted(examples.reversed()) { $0.inputs.count }, size)
    },
  ])

private func sorted(_ examples: [Example], by key: (Example) -> Int) -> [Example] {
  examples.indices.sorted { (key(examples[$0]), $0) < (key(examples[$1]), $1) }
    .map { examples[$0] }
}

private func cut(_ examples: [Example], _ size: Int) -> [[Example]] {
  stride(from: 0, to: examples.count, by: size).map {
    Array(examples[$0..<min($0 + size, examples.count)])
  }
}

private func wrong(
  _ name: String, _ explanation: String, _ question: String,
  _ implementation: @escaping @Sendable ([Example], Int) -> [[Example]]
) -> Misconception<BucketsInput, [[Example]]> {
  Misconception(name, explanation: explanation, question: question) {
    implementation($0.examples, $0.size)
  }
}
