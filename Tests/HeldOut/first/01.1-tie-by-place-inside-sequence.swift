// exercise: 01.1
// is: wrong
// cause: Equally frequent words are ordered by their position inside their own sequence, not by the first occurrence over all sequences read one after the other.
// named: tie|equal(ly)?|same (count|frequency)|as often
// named: first occur\w*|position|place|own sequence
// swift-format-ignore-file

struct Entry {
  var word: String
  var count: Int
  var first: Int
}

func buildVocabulary(from sequences: [[String]]) throws -> Vocabulary {
  var entries: [Entry] = []
  var slot: [String: Int] = [:]
  for sequence in sequences {
    for (i, word) in sequence.enumerated() {
      if let k = slot[word] {
        entries[k].count += 1
      } else {
        slot[word] = entries.count
        entries.append(Entry(word: word, count: 1, first: i))
      }
    }
  }
  entries.sort { a, b in
    if a.count == b.count { return a.first < b.first }
    return a.count > b.count
  }
  var words: [String] = []
  for entry in entries { words.append(entry.word) }
  words.append(Vocabulary.unknown)
  return Vocabulary(words: words)
}
