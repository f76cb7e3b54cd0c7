import Contracts
import Recurrent

/// `data`: vocabulary, encoding, one-hot vectors, pairs and partition.
struct DataGolden: Decodable {
  var cases: [Case]

  struct Case: Decodable {
    var sequences: [[String]]
    var counts: [String: Int]
    var words_in_index_order: [String]
    var vocab_size: Int
    var unk_id: Int
    var encoded: [[Int]]
    var probes: [Probe]
    var partition_sizes: [Int]
    var partition_indices: Partition
    var unused_indices: [Int]
    var first_train_pair: Pair?
  }

  struct Probe: Decodable {
    var tokens: [String]
    var ids: [Int]
    var decoded: [String]
    var one_hot: GoldenTensor
  }

  struct Partition: Decodable {
    var train: [Int]
    var validation: [Int]
    var test: [Int]
  }

  struct Pair: Decodable {
    var inputs: [String]
    var targets: [String]
  }

  func verify(_ answers: Answers, _ report: inout GoldenReport) throws {
    for (k, golden) in cases.enumerated() {
      try verify(golden, "cases[\(k)]", answers, &report)
    }
  }

  private func verify(
    _ golden: Case, _ place: String, _ answers: Answers, _ report: inout GoldenReport
  ) throws {
    let vocabulary = try answers.vocabulary(golden.sequences)
    report.compare("\(place).words_in_index_order", golden.words_in_index_order, vocabulary.words)
    report.compare("\(place).vocab_size", golden.vocab_size, vocabulary.count)
    report.compare("\(place).unk_id", golden.unk_id, vocabulary.count - 1)
    var counts: [String: Int] = [:]
    for word in golden.sequences.joined() { counts[word, default: 0] += 1 }
    for (word, count) in golden.counts.sorted(by: { $0.key < $1.key }) {
      report.compare("\(place).counts.\(word)", count, counts[word] ?? 0)
    }
    report.compare("\(place).counts", golden.counts.count, counts.count)

    func encoding(_ words: [String], _ ids: [Int]) throws -> EncodingOutput {
      try answers.encoding(EncodingInput(vocabulary: vocabulary, words: words, ids: ids))
    }
    report.compare("\(place).encoded", golden.encoded.count, golden.sequences.count)
    for (i, (words, ids)) in zip(golden.sequences, golden.encoded).enumerated() {
      report.compare("\(place).encoded[\(i)]", ids, try encoding(words, []).ids)
    }
    for (i, probe) in golden.probes.enumerated() {
      let place = "\(place).probes[\(i)]"
      let ids = try encoding(probe.tokens, []).ids
      report.compare("\(place).ids", probe.ids, ids)
      report.compare("\(place).decoded", probe.decoded, try encoding([], ids).words)
      let oneHot = try answers.oneHot(ids, size: vocabulary.count)
      report.compare(
        "\(place).one_hot.shape", probe.one_hot.shape, [oneHot.matrix.rows, oneHot.matrix.columns])
      report.compare("\(place).one_hot", probe.one_hot, oneHot.matrix.elements)
    }

    let parts = try answers.partition(Array(golden.sequences.indices))
    report.compare(
      "\(place).partition_sizes", golden.partition_sizes,
      [parts.training.count, parts.validation.count, parts.test.count])
    report.compare(
      "\(place).partition_indices.train", golden.partition_indices.train, parts.training)
    report.compare(
      "\(place).partition_indices.validation", golden.partition_indices.validation, parts.validation
    )
    report.compare("\(place).partition_indices.test", golden.partition_indices.test, parts.test)
    let used = Set(parts.training + parts.validation + parts.test)
    report.compare(
      "\(place).unused_indices", golden.unused_indices,
      golden.sequences.indices.filter { !used.contains($0) })
    if let pair = golden.first_train_pair, let first = parts.training.first {
      let example = try answers.example(try encoding(golden.sequences[first], []).ids)
      report.compare(
        "\(place).first_train_pair.inputs", try encoding(pair.inputs, []).ids, example.inputs)
      report.compare(
        "\(place).first_train_pair.targets", try encoding(pair.targets, []).ids, example.targets)
    }
  }
}
