import Checking
import Recurrent
import Reference

let vocabularyExercise = Exercise<[[String]], Vocabulary>(
  "01.1", "The vocabulary", points: 2,
  hints: [
    """
    Look at `sequences` as one long list of words: it does not matter where one sequence ends and the \
    next begins. Two passes are enough, one that counts and one that orders.
    """,
    """
    For every word you need two numbers: how often it occurs in all of `sequences`, and when you met \
    it first. A dictionary gives you the first number and forgets the second, so keep an array beside it.
    """,
    """
    Word a stands before word b if count(a) > count(b), or if the counts are equal and a was met \
    first. `Vocabulary.unknown` has no count; it follows after all of them.
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "01.1")
    return [
      Challenge("three sequences", (1...3).map(CountingTask.words)),
      Challenge("to be or not to be", [["to", "be", "or", "not", "to", "be"]]),
      Challenge("five words, two ties", [["b", "a", "z", "x", "y"], ["a", "b"]]),
      Challenge(
        "a frequent word in few sequences",
        [["x", "x", "x", "x", "x"], ["y"], ["y", "z"], ["z", "y", "w", "w"]]),
      Challenge(
        "three ties of unlike length, EOS among them",
        [["long", "long", "EOS", "x"], ["EOS", "x", "y"]]),
      Challenge("one word", [["hello"]]),
      Challenge("an empty sequence among others", [["b", "z"], [], ["e", "b"]]),
      Challenge("no sequence at all", []),
      Challenge("random words", randomSequences(6, using: &random)),
      Challenge("many random words", randomSequences(25, using: &random)),
    ]
  },
  reference: { try buildVocabulary(from: $0) },
  observations: {
    [
      Observation(
        "words",
        claim: "words stand by falling frequency, ties by first occurrence, UNK last", $0.words)
    ]
  },
  misconceptions: vocabularyMisconceptions, symptoms: vocabularySymptoms)

/// Words of unlike frequency, so that some tie and some do not.
private func randomSequences(_ count: Int, using random: inout SeededRandom) -> [[String]] {
  let pool = ["red", "oak", "tin", "map", "sun", "ink", "fog", "elm", "jar", "key"]
    .shuffled(using: &random)
  return (0..<count).map { _ in
    (0..<random.integer(in: 1...7)).map { _ in
      // The smaller of two draws makes early words of the pool frequent.
      pool[min(random.integer(in: 0...9), random.integer(in: 0...9))]
    }
  }
}
