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
  misconceptions: bucketMisconceptions + bucketCutMisconceptions)
