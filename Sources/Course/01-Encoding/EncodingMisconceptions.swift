import Checking
import Contracts
import Recurrent
import Reference

/// Wrong ways from words to ids and back.
let encodingMisconceptions: [Misconception<EncodingInput, EncodingOutput>] =
  [
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
      "an unknown word as id 3, whatever the vocabulary",
      "Id 3 is UNK in the counting task's vocabulary alone; in others it is a word or no id at all.",
      "Which id has UNK in a vocabulary of `vocabulary.count` words?"
    ) { _ in { _ in 3 } },
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
    changed(
      "capitals ignored in the look-up",
      "Words and vocabulary are both taken in lower case, so an unknown word gets the id of one that "
        + "differs in capitals alone.",
      "Is `A` the same word as `a`?"
    ) { input, output in
      let known = input.vocabulary.words.map { $0.lowercased() }
      output.ids = input.words.map { known.firstIndex(of: $0.lowercased()) ?? known.count - 1 }
    },
    changed(
      "an unknown word with the id of the word before it",
      "A variable keeps its old value where nothing is found, so the token before is read once more.",
      "What does your variable hold when a word is not found?"
    ) { input, output in
      var id = 0
      output.ids = input.words.map { word in
        id = input.vocabulary.words.firstIndex(of: word) ?? id
        return id
      }
    },
    unknown(
      "an unknown word as the last known one",
      "Unknown words turn into the rarest word, whose id lies one below that of UNK.",
      "Which word does your id for an unknown word decode to?"
    ) { vocabulary in { _ in vocabulary.count - 2 } },
    unknown(
      "an unknown word as EOS", "The sequence seems to end wherever a word is unknown.",
      "Which word does your id for an unknown word decode to?"
    ) { vocabulary in { _ in vocabulary.words.firstIndex(of: "EOS") ?? 0 } },
    changed(
      "encoding that ends at the first unknown word", "All that follows an unknown word is lost.",
      "How many ids should `encode` give for `words.count` words?"
    ) { input, output in
      output.ids = Array(output.ids.prefix { $0 != input.vocabulary.count - 1 })
    },
    changed(
      "nothing encoded where a word is unknown",
      "One unknown word is enough to lose the whole sequence.",
      "How many ids should `encode` give for `words.count` words?"
    ) { input, output in
      if !input.words.allSatisfy(input.vocabulary.words.contains) { output.ids = [] }
    },
    changed(
      "encoding that leaves EOS out", "The network is never told that a sequence ends.",
      "How many ids should `encode` give for `words.count` words?"
    ) { input, output in
      let end = input.vocabulary.words.firstIndex(of: "EOS")
      output.ids.removeAll { $0 == end }
    },
    changed(
      "encoding that stops short of EOS",
      "The sequence is cut before its first EOS, and the rest is lost.",
      "How many ids should `encode` give for `words.count` words?"
    ) { input, output in
      if let end = input.words.firstIndex(of: "EOS") { output.ids = Array(output.ids.prefix(end)) }
    },
    changed(
      "decoding that leaves EOS out", "Decoded sequences are shorter than their ids.",
      "How many words should `decode` give for `ids.count` ids?"
    ) { _, output in output.words.removeAll { $0 == "EOS" } },
    changed(
      "decoding that stops short of EOS", "EOS and all that follows it are lost.",
      "How many words should `decode` give for `ids.count` ids?"
    ) { _, output in output.words = Array(output.words.prefix { $0 != "EOS" }) },
    changed(
      "decoding that ends at UNK", "All that follows the first unknown word is lost.",
      "How many words should `decode` give for `ids.count` ids?"
    ) { _, output in output.words = Array(output.words.prefix { $0 != Vocabulary.unknown }) },
    changed(
      "decoded words in one string", "The words are joined, where a list of words is asked for.",
      "How many words should `decode` give for `ids.count` ids?"
    ) { _, output in output.words = [output.words.joined(separator: " ")] },
    changed(
      "repeated ids decoded once", "The sequence turns into a list of its different words.",
      "How many words should `decode` give for `ids.count` ids?"
    ) { _, output in
      var seen: Set<String> = []
      output.words = output.words.filter { seen.insert($0).inserted }
    },
    changed(
      "ids in rising order", "The ids are right and no longer stand in the order of the words.",
      "Which word does your first id belong to?"
    ) { _, output in output.ids.sort() },
    changed(
      "the place in the sequence in place of the id",
      "Each token is numbered by when it comes, whatever the word is.",
      "Of which list is a word's id the index?"
    ) { _, output in output.ids = Array(output.ids.indices) },
    changed(
      "decoding one place too far on", "Each id becomes the word after its own.",
      "Which word has id 0?"
    ) { input, output in
      output.words = input.ids.map { input.vocabulary.words[($0 + 1) % input.vocabulary.count] }
    },
    changed(
      "ids looked up in the alphabetical list",
      "The vocabulary is sorted first, so that words and ids no longer belong together.",
      "Which order have the words of `vocabulary`?"
    ) { input, output in
      let sorted = input.vocabulary.words.sorted()
      output.ids = input.words.map { sorted.firstIndex(of: $0) ?? sorted.count - 1 }
    },
  ] + otherUnknownWords + binarySearches

/// Other words for the last id than that of the vocabulary.
private let otherUnknownWords: [Misconception<EncodingInput, EncodingOutput>] =
  ["<unk>", "<UNK>", "unk", "?", "unknown"].map { word in
    changed(
      "UNK decoded as \(word)", "The last id becomes a word that the vocabulary does not hold.",
      "Which word does the last id stand for?"
    ) { _, output in output.words = output.words.map { $0 == Vocabulary.unknown ? word : $0 } }
  }

/// Searches that halve, in a list that is not sorted.
private let binarySearches = [
  binarySearch("", lowerBound), binarySearch(", from both ends", halving),
]

private func binarySearch(
  _ way: String, _ search: @escaping @Sendable ([String], String) -> Int?
) -> Misconception<EncodingInput, EncodingOutput> {
  changed(
    "a binary search in a list that is not sorted" + way,
    "The vocabulary is not in alphabetical order, so that known words are missed and get the last "
      + "id, that of UNK.",
    "What must be true of a list before it can be searched by halving?"
  ) { input, output in
    let words = input.vocabulary.words
    output.ids = input.words.map { search(words, $0) ?? words.count - 1 }
  }
}

@Sendable private func lowerBound(_ words: [String], _ word: String) -> Int? {
  var (low, high) = (0, words.count)
  while low < high {
    let middle = (low + high) / 2
    if words[middle] < word { low = middle + 1 } else { high = middle }
  }
  return low < words.count && words[low] == word ? low : nil
}

@Sendable private func halving(_ words: [String], _ word: String) -> Int? {
  var (low, high) = (0, words.count - 1)
  while low <= high {
    let middle = (low + high) / 2
    if words[middle] == word { return middle }
    if words[middle] < word { low = middle + 1 } else { high = middle - 1 }
  }
  return nil
}

// MARK: - Helpers

/// The right result, edited.
private func changed(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (EncodingInput, inout EncodingOutput) throws -> Void
) -> Misconception<EncodingInput, EncodingOutput> {
  Misconception(
    name, explanation: explanation, question: question, editing: { try rightEncoding($0) }, change)
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
