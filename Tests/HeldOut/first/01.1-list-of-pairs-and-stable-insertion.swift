// exercise: 01.1
// is: right
// cause: Counts in a list of pairs and sorts with the place as the second key; no dictionary.
// swift-format-ignore-file

func buildVocabulary(from sequences: [[String]]) throws -> Vocabulary {
  var entries: [(word: String, count: Int)] = []
  for word in sequences.flatMap({ $0 }) {
    if let k = entries.firstIndex(where: { $0.word == word }) {
      entries[k].count += 1
    } else {
      entries.append((word, 1))
    }
  }
  // insertion sort: equal counts keep their order
  var sorted: [(word: String, count: Int)] = []
  for entry in entries {
    var place = sorted.count
    while place > 0 && sorted[place - 1].count < entry.count { place -= 1 }
    sorted.insert(entry, at: place)
  }
  return Vocabulary(words: sorted.map { $0.word } + [Vocabulary.unknown])
}
