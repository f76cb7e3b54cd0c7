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
      Challenge("one word", [["hello"]]),
      Challenge("an empty sequence among others", [["b"], [], ["a", "b"]]),
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
  misconceptions: [
    ordered(
      "ties in alphabetical order",
      "Equally frequent words change places, and with them their ids.",
      "Of two equally frequent words, which did you meet first?"
    ) {
      ($1.count, $0.text) < ($0.count, $1.text)
    },
    ordered(
      "ties the wrong way round, as in a rising sort read backwards",
      "Of two equally frequent words the later one gets the smaller id.",
      "When you reverse a sorted list, what happens to words with equal counts?"
    ) { ($1.count, $1.first) < ($0.count, $0.first) },
    ordered(
      "ties by the last occurrence of a word",
      "A word that turns up late loses its place before its equals.",
      "When a word turns up again, should the place where you first saw it change?"
    ) { ($1.count, $0.last) < ($0.count, $1.last) },
    ordered(
      "the rarest word first", "The commonest words get the largest ids.",
      "Which word should have id 0: the commonest or the rarest?"
    ) {
      ($0.count, $0.first) < ($1.count, $1.first)
    },
    ordered(
      "the order of first occurrence alone",
      "Frequent words have large ids if they happen to come late.",
      "Where does the number of occurrences come in?"
    ) { $0.first < $1.first },
    ordered(
      "an alphabetical list", "Ids depend on how words are spelt, and not on how often they occur.",
      "Where does the number of occurrences come in?"
    ) {
      $0.text < $1.text
    },
    ordered(
      "a count of the sequences that contain a word",
      "A word that is frequent in few sequences counts for little.",
      "If a word occurs five times in one sequence, how much does that add to its count?"
    ) { ($1.sequences, $0.first) < ($0.sequences, $1.first) },
    ordered(
      "a count that begins again with every sequence",
      "What counts is the last sequence in which a word occurs, whatever came before.",
      "What does your dictionary hold when the second sequence begins?"
    ) { ($1.latestCount, $0.first) < ($0.latestCount, $1.first) },
    edited(
      "UNK in the first place",
      "Every word moves up by one id, and an unknown word takes the commonest one's place.",
      "Which id does `encode` expect UNK to have?"
    ) { $0.insert($0.removeLast(), at: 0) },
    edited(
      "a vocabulary without UNK", "A word that has never been seen has no id.",
      "Which id will a word get that you have never seen?"
    ) { $0.removeLast() },
    Misconception(
      "one entry per occurrence instead of one per word",
      explanation: "A frequent word takes many ids, and only the first of them is ever used.",
      question: "How many ids should the word `a` have?"
    ) { sequences in
      let words = try buildVocabulary(from: sequences).words
      let all = Array(sequences.joined())
      return Vocabulary(
        words: words.dropLast().flatMap { word in all.filter { $0 == word } } + words.suffix(1))
    },
    wrong(
      "words in lower case",
      "Words that differ in capitals alone share one id, and the others are not found again.",
      "Is `EOS` the same word as `eos`?"
    ) { sequences in
      try buildVocabulary(from: sequences.map { $0.map { $0.lowercased() } })
    },
    wrong(
      "words left out that occur only once", "A rare word becomes an unknown one.",
      "How often must a word occur to have an id?"
    ) { sequences in
      let all = Array(sequences.joined())
      let words = try buildVocabulary(from: sequences).words
      return Vocabulary(
        words: words.dropLast().filter { word in all.count { $0 == word } > 1 } + words.suffix(1))
    },
    wrong(
      "the words of the first sequence alone", "Words of all later sequences are unknown.",
      "Which sequences does your count go through?"
    ) {
      try buildVocabulary(from: Array($0.prefix(1)))
    },
    wrong(
      "the words of the last sequence alone", "Words of all earlier sequences are unknown.",
      "What does your dictionary hold when the second sequence begins?"
    ) {
      try buildVocabulary(from: Array($0.suffix(1)))
    },
  ])

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

// MARK: - Misconceptions

/// What can be known of a word, right and wrong.
private struct Word {
  var text: String
  var count = 0
  /// Positions among all words.
  var first: Int
  var last = 0
  /// How many sequences contain it.
  var sequences = 0
  /// The last of them, and how often it occurs there.
  var latest = -1
  var latestCount = 0
}

private func counted(_ sequences: [[String]]) -> [Word] {
  var words: [String: Word] = [:]
  var position = 0
  for (s, sequence) in sequences.enumerated() {
    for text in sequence {
      var word = words[text] ?? Word(text: text, first: position)
      word.count += 1
      word.last = position
      if word.latest != s {
        word.latest = s
        word.latestCount = 0
        word.sequences += 1
      }
      word.latestCount += 1
      words[text] = word
      position += 1
    }
  }
  return words.values.sorted { $0.first < $1.first }
}

private func wrong(
  _ name: String, _ explanation: String, _ question: String,
  _ implementation: @escaping @Sendable ([[String]]) throws -> Vocabulary
) -> Misconception<[[String]], Vocabulary> {
  Misconception(
    name, explanation: explanation, question: question, implementation: implementation)
}

/// The right words, edited; UNK is the last.
private func edited(
  _ name: String, _ explanation: String, _ question: String,
  _ edit: @escaping @Sendable (inout [String]) -> Void
) -> Misconception<[[String]], Vocabulary> {
  Misconception(
    name, explanation: explanation, question: question, editing: { try buildVocabulary(from: $0) }
  ) { _, vocabulary in
    var words = vocabulary.words
    edit(&words)
    vocabulary = Vocabulary(words: words)
  }
}

/// A vocabulary in another order.
private func ordered(
  _ name: String, _ explanation: String, _ question: String,
  by precedes: @escaping @Sendable (Word, Word) -> Bool
) -> Misconception<[[String]], Vocabulary> {
  Misconception(name, explanation: explanation, question: question) { sequences in
    Vocabulary(words: counted(sequences).sorted(by: precedes).map(\.text) + [Vocabulary.unknown])
  }
}
