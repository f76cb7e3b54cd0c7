import Checking
import Contracts
import Recurrent
import Reference

let encodingExercise = Exercise<EncodingInput, EncodingOutput>(
  "01.2", "Encoding and decoding", points: 2,
  hints: [
    """
    Look at `vocabulary.words`: a word's id is its place in this array, counted from 0. `encode` asks \
    for the place of a word, `decode` for the word at a place.
    """,
    """
    The result has as many elements as `words`, whatever they are. A word that you do not find has an \
    id too: that of UNK, the last entry. `vocabulary` itself stays as it is.
    """,
    """
    id(word) = k where `vocabulary.words[k]` = word, and `vocabulary.count` − 1 where there is no such \
    k; word(k) = `vocabulary.words[k]`.
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "01.2")
    let counting = Vocabulary(words: ["a", "b", "EOS", Vocabulary.unknown])
    func counted(_ name: String, _ words: [String], _ ids: [Int]) -> Challenge<EncodingInput> {
      Challenge(name, EncodingInput(vocabulary: counting, words: words, ids: ids))
    }
    return [
      counted("a a b b EOS", ["a", "a", "b", "b", "EOS"], [0, 1, 2]),
      counted("one unknown word", ["a", "c", "b", "EOS"], [1, 0, 3, 2]),
      counted("unknown words, one of them twice", ["r", "n", "n", "a", "r"], [3, 3, 0]),
      counted("the word UNK itself", ["UNK", "EOS", "b"], [2, 3]),
      counted("words that differ in capitals", ["A", "a", "eos", "EOS"], [2, 0]),
      counted("EOS in the middle", ["EOS", "a", "b"], [2, 0, 2, 1]),
      counted("nothing", [], []),
      Challenge("random", randomInput(5, of: 6, using: &random)),
      Challenge("random, a larger vocabulary", randomInput(16, of: 20, using: &random)),
    ]
  },
  reference: { try right($0) },
  observations: {
    [
      Observation(
        "encoded",
        claim: "encode gives every word its place in the vocabulary, an unknown one the last",
        $0.ids),
      Observation(
        "decoded", claim: "decode gives every id the word at that place", $0.words),
    ]
  },
  misconceptions: [
    unknown(
      "a vocabulary that grows",
      "New words get new ids, for which no network of this vocabulary has a column.",
      "What is `vocabulary.count` after an unknown word?"
    ) {
      var grown = $0.words
      return { word in
        if !grown.contains(word) { grown.append(word) }
        return grown.firstIndex(of: word)
      }
    },
    unknown(
      "an unknown word one place past the end",
      "Unknown words get an id that is not in the vocabulary, and decoding it would crash.",
      "Which is the last id in a vocabulary of `vocabulary.count` words?"
    ) { vocabulary in { _ in vocabulary.count } },
    unknown(
      "an unknown word as id 0",
      "Unknown words turn into the commonest word, so that the network reads what is not there.",
      "Which word does your id for an unknown word decode to?"
    ) {
      _ in { _ in 0 }
    },
    unknown(
      "an unknown word as −1", "Unknown words get an id that no vocabulary has.",
      "Can `decode` do anything with this id?"
    ) { _ in
      { _ in -1 }
    },
    unknown(
      "unknown words left out",
      "The sequence becomes shorter, and what follows an unknown word moves to its place.",
      "Should the encoded sequence be shorter than the sequence of words?"
    ) { _ in { _ in nil } },
    changed(
      "ids counted from 1",
      "Every id is one too large, so each word becomes the next and the last has no column.",
      "Which id does the first word of the vocabulary have?"
    ) {
      _, output in
      output.ids = output.ids.map { $0 + 1 }
    },
    changed(
      "a vocabulary read backwards",
      "Ids count from the rare end, so that each word is taken for another.",
      "Which end of `vocabulary.words` has id 0?"
    ) {
      input, output in
      let last = input.vocabulary.count - 1
      output.ids = output.ids.map { last - $0 }
      output.words = input.ids.map { input.vocabulary.words[last - $0] }
    },
    changed(
      "decoding that leaves UNK out",
      "Decoded sequences are shorter than their ids, and nobody sees that a word was unknown.",
      "Is UNK a word like any other when you decode?"
    ) {
      _, output in output.words.removeAll { $0 == Vocabulary.unknown }
    },
    changed(
      "decoding that ends at EOS", "All that follows the first EOS is lost.",
      "How many words should `decode` give for `ids.count` ids?"
    ) { _, output in
      if let end = output.words.firstIndex(of: "EOS") { output.words = Array(output.words[...end]) }
    },
    changed(
      "repeated words encoded once", "The sequence turns into a list of its different words.",
      "How long is the encoded sequence?"
    ) { _, output in
      var seen: Set<Int> = []
      output.ids = output.ids.filter { seen.insert($0).inserted }
    },
    changed(
      "words looked up in lower case",
      "Words that differ in capitals alone become one, and EOS is not found.",
      "Is `A` the same word as `a`?"
    ) { input, output in
      output.ids = try encode(input.words.map { $0.lowercased() }, with: input.vocabulary)
    },
    changed(
      "encoding that ends at EOS", "All that follows the first EOS is lost.",
      "How many ids should `encode` give for `words.count` words?"
    ) { input, output in
      if let end = input.words.firstIndex(of: "EOS") {
        output.ids = Array(output.ids.prefix(end + 1))
      }
    },
    changed(
      "an EOS added at the end", "The sequence is one token longer than its words.",
      "How many ids should `encode` give for `words.count` words?"
    ) { input, output in
      output.ids.append(input.vocabulary.words.firstIndex(of: "EOS") ?? input.vocabulary.count - 1)
    },
    changed(
      "UNK decoded as an empty word", "Nobody sees that a word was unknown.",
      "Which word does the last id stand for?"
    ) { _, output in
      output.words = output.words.map { $0 == Vocabulary.unknown ? "" : $0 }
    },
  ])

private func right(_ input: EncodingInput) throws -> EncodingOutput {
  EncodingOutput(
    ids: try encode(input.words, with: input.vocabulary),
    words: try decode(input.ids, with: input.vocabulary))
}

private func randomInput(
  _ length: Int, of size: Int, using random: inout SeededRandom
) -> EncodingInput {
  let pool = (0..<size + 4).map { "w\($0)" }.shuffled(using: &random)
  let known = Array(pool.prefix(size))
  return EncodingInput(
    vocabulary: Vocabulary(words: known + [Vocabulary.unknown]),
    words: (0..<length).map { _ in pool[random.integer(in: 0...pool.count - 1)] },
    ids: random.tokens(length + 1, below: size + 1))
}

// MARK: - Misconceptions

/// The right result, edited.
private func changed(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (EncodingInput, inout EncodingOutput) throws -> Void
) -> Misconception<EncodingInput, EncodingOutput> {
  Misconception(
    name, explanation: explanation, question: question, editing: { try right($0) }, change)
}

/// Another id for words that are not in the vocabulary; `nil` for none.
private func unknown(
  _ name: String, _ explanation: String, _ question: String,
  _ idMaker: @escaping @Sendable (Vocabulary) -> (String) -> Int?
) -> Misconception<EncodingInput, EncodingOutput> {
  changed(name, explanation, question) { input, output in
    let id = idMaker(input.vocabulary)
    output.ids = input.words.compactMap { input.vocabulary.words.firstIndex(of: $0) ?? id($0) }
  }
}
