import Checking
import Contracts
import Recurrent

/// Wrong orders that people really sort into.
let bucketMisconceptions: [Misconception<BucketsInput, [[Example]]>] = [
  wrongBuckets(
    "buckets of the order given",
    "Short sequences stand beside long ones, and most of a batch may be padding.",
    "Which sequences share a bucket now?"
  ) {
    examples, size in
    cut(examples, size)
  },
  wrongBuckets(
    "the longest first", "The buckets are good ones, but they come in the opposite order.",
    "Where do the shortest sequences belong?"
  ) { examples, size in
    cut(sorted(examples) { -$0.inputs.count }, size)
  },
  wrongBuckets(
    "sorted within the buckets alone",
    "Each bucket is in order, but it still holds short sequences beside long ones.",
    "Which comes first: sorting or cutting?"
  ) {
    examples, size in
    cut(examples, size).map { sorted($0) { $0.inputs.count } }
  },
  wrongBuckets(
    "a last bucket that is left out", "Some sequences are never trained on.",
    "What becomes of the sequences that do not fill one?"
  ) {
    examples, size in
    cut(sorted(examples) { $0.inputs.count }, size).filter { $0.count == size }
  },
  wrongBuckets(
    "one bucket for each length",
    "Buckets come out very small or very large, as the lengths happen to be.",
    "How many sequences does a bucket hold?"
  ) { examples, _ in
    let lengths = Set(examples.map(\.inputs.count)).sorted()
    return lengths.map { length in examples.filter { $0.inputs.count == length } }
  },
  wrongBuckets(
    "as many buckets as sequences there should be in each",
    "The buckets have another size than was asked for.",
    "Is `size` the number of buckets or of the sequences in one?"
  ) { examples, size in
    let each = max(1, (examples.count + size - 1) / size)
    return cut(sorted(examples) { $0.inputs.count }, each)
  },
  wrongBuckets(
    "equals in reverse order",
    "Sequences of one length change their order, so the same seed trains in another order.",
    "Which of two sequences of one length was given first?"
  ) {
    examples, size in
    cut(sorted(examples.reversed()) { $0.inputs.count }, size)
  },
  wrongBuckets(
    "the longest first, equals in reverse order, too",
    "The whole order is turned round: long sequences come first, and equals from last to first.",
    "Where do the shortest sequences belong?"
  ) { examples, size in cut(sorted(examples) { $0.inputs.count }.reversed(), size) },
  wrongBuckets(
    "the buckets from last to first",
    "Each bucket is right, but that of the longest sequences comes first.",
    "Which bucket comes first?"
  ) { examples, size in cut(sorted(examples) { $0.inputs.count }, size).reversed() },
  wrongBuckets(
    "each bucket from its longest to its shortest",
    "The buckets hold the right sequences, but each in the opposite order.",
    "Which sequence comes first within a bucket?"
  ) { examples, size in cut(sorted(examples) { $0.inputs.count }, size).map { $0.reversed() } },
  wrongBuckets(
    "equals sorted by their tokens",
    "Sequences of one length are put into the order of their ids, not kept as they were given.",
    "Which of two sequences of one length was given first?"
  ) { examples, size in
    cut(
      examples.sorted {
        $0.inputs.count != $1.inputs.count
          ? $0.inputs.count < $1.inputs.count : $0.inputs.lexicographicallyPrecedes($1.inputs)
      }, size)
  },
  wrongBuckets(
    "sorted by their tokens, not by their length",
    "Sequences stand in the order of their ids, and short ones beside long ones.",
    "By which number are the sequences sorted?"
  ) { examples, size in
    cut(examples.sorted { $0.inputs.lexicographicallyPrecedes($1.inputs) }, size)
  },
  wrongBuckets(
    "equals out of order after exchanges with the shortest of the rest",
    "A selection sort that exchanges carries a sequence past others of its own length.",
    "Does your sort keep equal elements in their order?"
  ) { examples, size in
    var order = examples
    for i in order.indices {
      var least = i
      for k in order.indices.dropFirst(i + 1)
      where order[k].inputs.count < order[least].inputs.count { least = k }
      if least != i { order.swapAt(i, least) }
    }
    return cut(order, size)
  },
  wrongBuckets(
    "cut first, then the buckets sorted by their longest sequence",
    "Each bucket still holds short sequences beside long ones; only their order has changed.",
    "Which comes first: sorting or cutting?"
  ) { examples, size in
    let given = cut(examples, size)
    let longest = given.map { $0.map(\.inputs.count).max() ?? 0 }
    return given.indices.sorted { (longest[$0], $0) < (longest[$1], $1) }.map { given[$0] }
  },
  wrongBuckets(
    "cut first, then sorted within the buckets and among them",
    "Order reigns in each bucket, but it still holds short sequences beside long ones.",
    "Which comes first: sorting or cutting?"
  ) { examples, size in
    let given = cut(examples, size).map { sorted($0) { $0.inputs.count } }
    let longest = given.map { $0.map(\.inputs.count).max() ?? 0 }
    return given.indices.sorted { (longest[$0], $0) < (longest[$1], $1) }.map { given[$0] }
  },
  wrongBuckets(
    "one sequence kept for each length",
    "Of several sequences of one length only the last is left; the others are lost.",
    "What becomes of two sequences of the same length?"
  ) { examples, size in
    var last: [Int: Example] = [:]
    for example in examples { last[example.inputs.count] = example }
    return cut(last.sorted { $0.key < $1.key }.map(\.value), size)
  },
  wrongBuckets(
    "the first sequence of each length kept, the others lost",
    "Of several sequences of one length only the first is left.",
    "What becomes of two sequences of the same length?"
  ) { examples, size in
    var first: [Int: Example] = [:]
    for example in examples where first[example.inputs.count] == nil {
      first[example.inputs.count] = example
    }
    return cut(first.sorted { $0.key < $1.key }.map(\.value), size)
  },
]

func sorted(_ examples: [Example], by key: (Example) -> Int) -> [Example] {
  examples.indices.sorted { (key(examples[$0]), $0) < (key(examples[$1]), $1) }
    .map { examples[$0] }
}

func cut(_ examples: [Example], _ size: Int) -> [[Example]] {
  stride(from: 0, to: examples.count, by: size).map {
    Array(examples[$0..<min($0 + size, examples.count)])
  }
}

func wrongBuckets(
  _ name: String, _ explanation: String, _ question: String,
  _ implementation: @escaping @Sendable ([Example], Int) -> [[Example]]
) -> Misconception<BucketsInput, [[Example]]> {
  Misconception(name, explanation: explanation, question: question) {
    implementation($0.examples, $0.size)
  }
}
