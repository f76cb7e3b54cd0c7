import Checking
import Contracts
import Recurrent

/// Wrong cuts of a right order.
let bucketCutMisconceptions: [Misconception<BucketsInput, [[Example]]>] = [
  wrongCut(
    "a new bucket wherever the length changes",
    "No bucket holds two lengths, so that others than the last are too small.",
    "May sequences of two lengths share a bucket?"
  ) { order, size in
    let lengths = Set(order.map(\.inputs.count)).sorted()
    return lengths.flatMap { length in cut(order.filter { $0.inputs.count == length }, size) }
  },
  wrongCut(
    "a new bucket wherever the length changes, those that are not full left out",
    "No bucket holds two lengths, and the sequences that do not fill one are lost.",
    "May sequences of two lengths share a bucket?"
  ) { order, size in
    let lengths = Set(order.map(\.inputs.count)).sorted()
    return lengths.flatMap { length in cut(order.filter { $0.inputs.count == length }, size) }
      .filter { $0.count == size }
  },
  wrongCut(
    "a small rest added to the bucket before it",
    "The last bucket comes out larger than was asked for.",
    "How many sequences may a bucket hold?"
  ) { order, size in
    var buckets = cut(order, size)
    if buckets.count > 1, let last = buckets.last, last.count < size {
      buckets.removeLast()
      buckets[buckets.count - 1] += last
    }
    return buckets
  },
  wrongCut(
    "the small bucket first", "The first bucket holds what is left over, not the last one.",
    "Which bucket may be smaller?"
  ) { order, size in
    let rest = order.count % size
    return (rest > 0 ? [Array(order.prefix(rest))] : []) + cut(Array(order.dropFirst(rest)), size)
  },
  wrongCut(
    "buckets as even as possible",
    "What is left over is shared out, so that no bucket but the smallest has the size asked for.",
    "How many sequences has every bucket but the last?"
  ) { order, size in
    let count = (order.count + size - 1) / size
    var (buckets, start): ([[Example]], Int) = ([], 0)
    for k in 0..<count {
      let end = start + order.count / count + (k < order.count % count ? 1 : 0)
      buckets.append(Array(order[start..<end]))
      start = end
    }
    return buckets
  },
  wrongCut(
    "buckets dealt out in turn: every K-th sequence",
    "Each bucket holds sequences of all lengths, from the shortest to the longest.",
    "Which neighbours in the sorted order share a bucket?"
  ) { order, size in
    let count = (order.count + size - 1) / size
    return (0..<count).map { k in
      stride(from: k, to: order.count, by: count).map { order[$0] }
    }
  },
  wrongCut(
    "an empty bucket at the end where nothing is left over",
    "Where the sequences fill their buckets, one more follows that holds none.",
    "What is in the last bucket if nothing is left over?"
  ) { order, size in cut(order, size) + (order.count % size == 0 ? [[]] : []) },
  wrongCut(
    "an empty bucket where there is no sequence",
    "No sequence gives one bucket that holds none, where it should give no bucket.",
    "How many buckets do no sequences fill?"
  ) { order, size in order.isEmpty ? [[]] : cut(order, size) },
  wrongCut(
    "an empty bucket in front", "The first bucket is closed before anything has been put into it.",
    "When is a bucket full?"
  ) { order, size in [[]] + cut(order, size) },
  wrongCut(
    "one sequence too many in each bucket", "Each bucket holds one more than was asked for.",
    "Does your bucket close at B sequences or behind them?"
  ) { order, size in cut(order, size + 1) },
  wrongCut(
    "one sequence too few in each bucket", "Each bucket holds one fewer than was asked for.",
    "Does your bucket close at B sequences or before them?"
  ) { order, size in cut(order, max(1, size - 1)) },
  wrongCut(
    "neighbouring buckets that share a sequence",
    "The last sequence of each bucket comes again as the first of the next one.",
    "Does your range include its end?"
  ) { order, size in
    stride(from: 0, to: order.count, by: size).map {
      Array(order[$0...min($0 + size, order.count - 1)])
    }
  },
  wrongCut(
    "a sequence between two buckets that is lost",
    "What does not fit any more closes the bucket and is not put into the next one.",
    "What becomes of the sequence that finds its bucket full?"
  ) { order, size in
    stride(from: 0, to: order.count, by: size + 1).map {
      Array(order[$0..<min($0 + size, order.count)])
    }
  },
  wrongCut(
    "a last bucket filled up with its last sequence",
    "The last sequence stands more than once in the last bucket.",
    "May the last bucket be smaller?"
  ) { order, size in
    var buckets = cut(order, size)
    if let last = order.last, let bucket = buckets.last {
      buckets[buckets.count - 1] += Array(repeating: last, count: size - bucket.count)
    }
    return buckets
  },
  wrongCut(
    "a last bucket filled up with the first sequences",
    "The shortest sequences come a second time, in the last bucket.",
    "May the last bucket be smaller?"
  ) { order, size in
    var buckets = cut(order, size)
    if let bucket = buckets.last {
      buckets[buckets.count - 1] += (0..<size - bucket.count).map { order[$0 % order.count] }
    }
    return buckets
  },
  wrongCut(
    "a last bucket filled up from the one before it",
    "The last B sequences make the last bucket, so some of them come twice.",
    "May the last bucket be smaller?"
  ) { order, size in
    var buckets = cut(order, size)
    if buckets.count > 1 { buckets[buckets.count - 1] = Array(order.suffix(size)) }
    return buckets
  },
  wrongCut(
    "a first bucket that is left out", "The shortest sequences are never trained on.",
    "With which place in the sorted order does your loop begin?"
  ) { order, size in Array(cut(order, size).dropFirst()) },
  wrongCut(
    "the first bucket alone", "All sequences behind the first bucket are lost.",
    "How often does your program cut?"
  ) { order, size in Array(cut(order, size).prefix(1)) },
  wrongCut(
    "one bucket for all", "All sequences come out in a single bucket, sorted but not cut.",
    "Where is `size` used?"
  ) { order, _ in order.isEmpty ? [] : [order] },
]

/// The right order, cut in another way.
private func wrongCut(
  _ name: String, _ explanation: String, _ question: String,
  _ cut: @escaping @Sendable ([Example], Int) -> [[Example]]
) -> Misconception<BucketsInput, [[Example]]> {
  wrongBuckets(name, explanation, question) { examples, size in
    cut(sorted(examples) { $0.inputs.count }, size)
  }
}
