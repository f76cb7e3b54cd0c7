import Contracts
import Recurrent
import Reference

/// Right solutions of this lesson, written in other ways than the reference.
enum RightEncoding {
  static let vocabulary = RightVariant(
    "01.1", "a vocabulary from one array of pairs, without a dictionary"
  ) { (sequences: [[String]]) in
    var pairs: [(word: String, count: Int)] = []
    for word in sequences.flatMap({ $0 }) {
      if let k = pairs.firstIndex(where: { $0.word == word }) {
        pairs[k].count += 1
      } else {
        pairs.append((word, 1))
      }
    }
    var words: [String] = []
    for count in Set(pairs.map(\.count)).sorted(by: >) {
      words += pairs.filter { $0.count == count }.map(\.word)
    }
    return Vocabulary(words: words + ["UNK"])
  }

  static let encoding = RightVariant("01.2", "encoding with firstIndex(of:) and the index of UNK") {
    (input: EncodingInput) in
    let words = input.vocabulary.words
    let unknown = words.firstIndex(of: Vocabulary.unknown) ?? 0
    return EncodingOutput(
      ids: input.words.map { words.firstIndex(of: $0) ?? unknown },
      words: input.ids.map { words[$0] })
  }

  static let oneHot = RightVariant("01.3", "one-hot rows of an identity matrix") {
    (input: OneHotInput) in
    let identity = Matrix.identity(input.size)
    return OneHotOutput(
      vectors: input.ids.map { identity.column($0) },
      matrix: Matrix(
        input.ids.count, input.size, input.ids.flatMap { Array(identity.row($0)) }))
  }

  static let inputsAndTargets = RightVariant("01.4", "inputs and targets from neighbours") {
    (ids: [Int]) in
    let pairs = zip(ids, ids.dropFirst())
    return Example(inputs: pairs.map(\.0), targets: pairs.map(\.1))
  }

  static let partition = RightVariant("01.5", "a partition with sizes from floating-point shares") {
    (elements: [Int]) in
    let training = Int(0.8 * Double(elements.count)), tenth = Int(0.1 * Double(elements.count))
    return PartitionOutput(
      training: Array(elements.prefix(training)),
      validation: Array(elements.dropFirst(training).prefix(tenth)),
      test: Array(elements.dropFirst(elements.count - tenth)))
  }

  static let all: [RightVariant] =
    [vocabulary, encoding, oneHot, inputsAndTargets, partition]
}
