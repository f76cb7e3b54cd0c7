import Contracts
import Recurrent
import Reference
import Testing

@Suite struct RightEncodingTests {
  @Test("a vocabulary from one array of pairs, without a dictionary")
  func vocabulary() {
    expectRight("01.1") { (sequences: [[String]]) in
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
  }

  @Test("encoding with firstIndex(of:) and the index of UNK")
  func encoding() {
    expectRight("01.2") { (input: EncodingInput) in
      let words = input.vocabulary.words
      let unknown = words.firstIndex(of: Vocabulary.unknown) ?? 0
      return EncodingOutput(
        ids: input.words.map { words.firstIndex(of: $0) ?? unknown },
        words: input.ids.map { words[$0] })
    }
  }

  @Test("one-hot rows of an identity matrix")
  func oneHot() {
    expectRight("01.3") { (input: OneHotInput) in
      let identity = Matrix.identity(input.size)
      return OneHotOutput(
        vectors: input.ids.map { identity.column($0) },
        matrix: Matrix(
          input.ids.count, input.size, input.ids.flatMap { Array(identity.row($0)) }))
    }
  }

  @Test("inputs and targets from neighbours")
  func inputsAndTargets() {
    expectRight("01.4") { (ids: [Int]) in
      let pairs = zip(ids, ids.dropFirst())
      return Example(inputs: pairs.map(\.0), targets: pairs.map(\.1))
    }
  }

  @Test("a partition with sizes from floating-point shares")
  func partition() {
    expectRight("01.5") { (elements: [Int]) in
      let training = Int(0.8 * Double(elements.count)), tenth = Int(0.1 * Double(elements.count))
      return PartitionOutput(
        training: Array(elements.prefix(training)),
        validation: Array(elements.dropFirst(training).prefix(tenth)),
        test: Array(elements.dropFirst(elements.count - tenth)))
    }
    for n in 0..<20_000 {
      #expect(Int(0.8 * Double(n)) == n * 8 / 10 && Int(0.1 * Double(n)) == n / 10)
    }
  }
}
