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
  reference: { try rightEncoding($0) },
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
  misconceptions: encodingMisconceptions)

func rightEncoding(_ input: EncodingInput) throws -> EncodingOutput {
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
