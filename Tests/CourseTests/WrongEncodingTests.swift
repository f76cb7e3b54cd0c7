import Contracts
import Course
import Recurrent
import Reference
import Testing

@Suite struct WrongEncodingTests {
  @Test("01.1: two mistakes, capitals, and a set's order")
  func vocabulary() {
    @Sendable func words(_ sequences: [[String]]) throws -> [String] {
      try buildVocabulary(from: sequences).words
    }
    expectWrong("01.1", "no UNK and the rarest first") { (sequences: [[String]]) in
      Vocabulary(words: try words(sequences).dropLast().reversed())
    }
    expectWrong("01.1", "capitals") { (sequences: [[String]]) in
      Vocabulary(words: try words(sequences).map { $0.uppercased() })
    }
    expectWrong("01.1", "UNK twice") { (sequences: [[String]]) in
      Vocabulary(words: try words(sequences) + ["UNK"])
    }
    expectWrong("01.1", "the first sequence alone") { (sequences: [[String]]) in
      Vocabulary(words: try words(Array(sequences.prefix(1))))
    }
    expectWrong("01.1", "one word too few") { (sequences: [[String]]) in
      Vocabulary(words: Array(try words(sequences).dropFirst()))
    }
  }

  @Test("01.1: ties in an order that nobody chose")
  func arbitraryTies() {
    expectWrong("01.1", "ties by a hash") { (sequences: [[String]]) in
      var counts: [String: Int] = [:]
      for word in sequences.joined() { counts[word, default: 0] += 1 }
      func hash(_ word: String) -> Int { word.utf8.reduce(7) { ($0 * 31 + Int($1)) % 101 } }
      let order = counts.sorted { a, b in
        (b.value, hash(a.key), a.key) < (a.value, hash(b.key), b.key)
      }
      return Vocabulary(words: order.map(\.key) + [Vocabulary.unknown])
    }
  }

  @Test("01.4 and 01.5: what is wrong behind a line of its own for short lists")
  func guarded() {
    expectWrong("01.4", "rolled, but not a single token") { (ids: [Int]) in
      ids.count < 2
        ? Example(inputs: [], targets: [])
        : Example(inputs: ids, targets: Array(ids.dropFirst()) + [ids[0]])
    }
    expectWrong("01.5", "the rest to the test set, but not of short lists") { (elements: [Int]) in
      let (a, b, c) = try partition(elements)
      return PartitionOutput(
        training: a, validation: b,
        test: elements.count < 10 ? c : Array(elements.dropFirst(a.count + b.count)))
    }
    expectWrong("01.5", "shuffled") { (elements: [Int]) in
      let mixed = elements.sorted { $0 * 7919 % 1009 < $1 * 7919 % 1009 }
      let (a, b, c) = try partition(mixed)
      return PartitionOutput(training: a, validation: b, test: c)
    }
  }

  @Test("01.2: unknown words at both ends, encode and decode exchanged mistakes")
  func encoding() {
    @Sendable func right(_ input: EncodingInput) throws -> EncodingOutput {
      EncodingOutput(
        ids: try encode(input.words, with: input.vocabulary),
        words: try decode(input.ids, with: input.vocabulary))
    }
    expectWrong("01.2", "ids sorted") { (input: EncodingInput) in
      EncodingOutput(ids: try right(input).ids.sorted(), words: try right(input).words)
    }
    expectWrong("01.2", "decoded in reverse") { (input: EncodingInput) in
      EncodingOutput(ids: try right(input).ids, words: try right(input).words.reversed())
    }
    expectWrong("01.2", "the last word forgotten") { (input: EncodingInput) in
      EncodingOutput(ids: try right(input).ids.dropLast(), words: try right(input).words)
    }
  }

  @Test("01.3: a one at the wrong end, a second one")
  func oneHot() {
    @Sendable func right(_ input: OneHotInput) throws -> OneHotOutput {
      OneHotOutput(
        vectors: try input.ids.map { try Reference.oneHot($0, size: input.size) },
        matrix: try Reference.oneHot(input.ids, size: input.size))
    }
    expectWrong("01.3", "counted from the end") { (input: OneHotInput) in
      let ids = input.ids.map { input.size - 1 - $0 }
      return try right(OneHotInput(ids: ids, size: input.size))
    }
    expectWrong("01.3", "2 in place of 1 in the matrix") { (input: OneHotInput) in
      var output = try right(input)
      output.matrix *= 2
      return output
    }
    expectWrong("01.3", "vectors of unlike lengths that add up") { (input: OneHotInput) in
      var output = try right(input)
      guard output.vectors.count > 1 else { return output }
      let all = output.vectors.flatMap { $0 }
      output.vectors[0] = Vector(all.prefix(input.size + 1))
      output.vectors[1] = Vector(all[(input.size + 1)..<2 * input.size])
      return output
    }
  }

  @Test("01.4 and 01.5: fields exchanged, one element lost")
  func sequences() {
    expectWrong("01.4", "both shifted") { (ids: [Int]) in
      Example(inputs: Array(ids.dropFirst()), targets: Array(ids.dropFirst()))
    }
    expectWrong("01.4", "a start token before the inputs") { (ids: [Int]) in
      Example(inputs: [0] + ids.dropLast(), targets: ids)
    }
    expectWrong("01.5", "sorted first") { (elements: [Int]) in
      let (a, b, c) = try partition(elements.sorted())
      return PartitionOutput(training: a, validation: b, test: c)
    }
    expectWrong("01.5", "90/5/5") { (elements: [Int]) in
      let n = elements.count
      return PartitionOutput(
        training: Array(elements.prefix(n * 9 / 10)),
        validation: Array(elements.dropFirst(n * 9 / 10).prefix(n / 20)),
        test: elements.suffix(n / 20))
    }
    expectWrong("01.5", "indices instead of elements") { (elements: [Int]) in
      let (a, b, c) = try partition(Array(elements.indices))
      return PartitionOutput(training: a, validation: b, test: c)
    }
  }
}
