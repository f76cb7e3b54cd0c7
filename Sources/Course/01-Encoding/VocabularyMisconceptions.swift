import Checking
import Recurrent
import Reference

/// Wrong vocabularies: other orders, other counts, other places for UNK.
let vocabularyMisconceptions: [Misconception<[[String]], Vocabulary>] = [
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
  ordered(
    "ties in reverse alphabetical order, as when pairs of count and word are sorted downwards",
    "Equally frequent words stand from z to a, and not as they were met.",
    "Of two equally frequent words, which did you meet first?"
  ) { ($1.count, $1.text) < ($0.count, $0.text) },
  ordered(
    "the right list backwards, UNK last",
    "The rarest words get the smallest ids, and ties are turned round as well.",
    "Which word should have id 0: the commonest or the rarest?"
  ) { ($0.count, $1.first) < ($1.count, $0.first) },
  ordered(
    "the order of last occurrence alone",
    "Frequent words have large ids if they happen to occur again late.",
    "Where does the number of occurrences come in?"
  ) { $0.last < $1.last },
  ordered(
    "ties by the length of the words", "Equally frequent words change places by how long they are.",
    "Of two equally frequent words, which did you meet first?"
  ) { ($1.count, $0.text.count, $0.first) < ($0.count, $1.text.count, $1.first) },
  ordered(
    "ties by the number of sequences that contain a word",
    "Equally frequent words change places by how widely they are spread.",
    "Of two equally frequent words, which did you meet first?"
  ) { ($1.count, $1.sequences, $0.first) < ($0.count, $0.sequences, $1.first) },
  ordered(
    "ties by the place inside a word's own sequence",
    "Of two equally frequent words the one nearer to the start of its sequence comes first, wherever "
      + "this sequence stands among the others.",
    "From where do you count the place of a word: from the start of its sequence, or of all?"
  ) { ($1.count, $0.place, $0.first) < ($0.count, $1.place, $1.first) },
  edited(
    "an empty vocabulary where there are no words",
    "Without words not even UNK is there, so that no word has an id.",
    "Which entry has every vocabulary, whatever has been read?"
  ) { if $0.count == 1 { $0 = [] } },
  edited(
    "UNK twice", "The unknown word has two ids, and only one of them is ever used.",
    "How many entries are to be `Vocabulary.unknown`?"
  ) { $0.append(Vocabulary.unknown) },
  edited(
    "UNK before the last word",
    "The rarest word has the id that `encode` takes for the unknown one.",
    "Which is the last entry of the vocabulary?"
  ) { if $0.count > 1 { $0.swapAt($0.count - 1, $0.count - 2) } },
  edited(
    "EOS moved to the end, before UNK",
    "EOS is treated as a special token, though it is a word that is counted like any other.",
    "How often does EOS occur, and where does that put it?"
  ) { words in
    if let k = words.firstIndex(of: "EOS") {
      words.insert(words.remove(at: k), at: words.count - 1)
    }
  },
  edited(
    "EOS left out", "The end of a sequence has no id of its own and is taken for an unknown word.",
    "Is EOS a word of the sequences?"
  ) { $0.removeAll { $0 == "EOS" } },
  edited(
    "the commonest word lost", "The list begins with the second word, which gets id 0.",
    "At which index does your loop over the sorted words begin?"
  ) { if $0.count > 1 { $0.removeFirst() } },
  edited(
    "the rarest word lost", "The last word of the list makes room for UNK and becomes unknown.",
    "How many entries are there beside UNK?"
  ) { if $0.count > 1 { $0.remove(at: $0.count - 2) } },
  wrong(
    "words left out that occur fewer than three times", "Rare words become unknown ones.",
    "How often must a word occur to have an id?"
  ) { sequences in
    let all = Array(sequences.joined())
    let words = try buildVocabulary(from: sequences).words
    return Vocabulary(
      words: words.dropLast().filter { word in all.count { $0 == word } > 2 } + words.suffix(1))
  },
  wrong(
    "words in capitals",
    "Words that differ in capitals alone share one id, and none is found again.",
    "Is `EOS` the same word as `eos`?"
  ) { sequences in
    try buildVocabulary(from: sequences.map { $0.map { $0.uppercased() } })
  },
  counting(
    "all sequences but the last", "What the last sequence holds is not counted.",
    "At which index does your loop over the sequences end?"
  ) { $0.dropLast() },
  counting(
    "all sequences but the first", "What the first sequence holds is not counted.",
    "At which index does your loop over the sequences begin?"
  ) { Array($0.dropFirst()) },
  counting(
    "all words of a sequence but its last", "The word that ends each sequence is not counted.",
    "At which index does your loop over the words end?"
  ) { $0.map { $0.dropLast() } },
  counting(
    "all words of a sequence but its first", "The word that begins each sequence is not counted.",
    "At which index does your loop over the words begin?"
  ) { $0.map { Array($0.dropFirst()) } },
  counting(
    "the first word of each sequence alone", "All words but the first of each are unknown.",
    "How many loops does it take to meet every word of every sequence?"
  ) { $0.map { Array($0.prefix(1)) } },
  counting(
    "neighbours that are equal as one",
    "A word that follows upon itself adds nothing to its count.",
    "If a word stands twice in a row, how often does it occur?"
  ) { sequences in
    sequences.map { words in
      words.indices.filter { $0 == 0 || words[$0] != words[$0 - 1] }.map { words[$0] }
    }
  },
]

// MARK: - Helpers

/// What can be known of a word, right and wrong.
private struct Word {
  var text: String
  var count = 0
  /// Positions among all words.
  var first: Int
  /// The first position, counted from the start of its sequence.
  var place: Int
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
    for (place, text) in sequence.enumerated() {
      var word = words[text] ?? Word(text: text, first: position, place: place)
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

/// The right vocabulary of other sequences.
private func counting(
  _ what: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable ([[String]]) -> [[String]]
) -> Misconception<[[String]], Vocabulary> {
  wrong("a count of \(what)", explanation, question) { try buildVocabulary(from: change($0)) }
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
