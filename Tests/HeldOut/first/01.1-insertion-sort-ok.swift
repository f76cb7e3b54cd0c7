// exercise: 01.1
// is: right
// cause: right, written another way.
// swift-format-ignore-file

/// A word and how often it was met.
private struct Entry {
  var word: String
  var count: Int
}

func buildVocabulary(from sequences: [[String]]) throws -> Vocabulary {
  // No dictionary at all: a list that stands in the order of first occurrence.
  let entries = sequences.reduce(into: [Entry]()) { list, sequence in
    for word in sequence {
      if let k = list.firstIndex(where: { $0.word == word }) {
        list[k].count += 1
      } else {
        list.append(Entry(word: word, count: 1))
      }
    }
  }
  // Insertion sort keeps equals in place.
  var sorted: [Entry] = []
  for e in entries {
    var k = sorted.count
    while k > 0 && sorted[k - 1].count < e.count { k -= 1 }
    sorted.insert(e, at: k)
  }
  return Vocabulary(words: sorted.map(\.word) + CollectionOfOne(Vocabulary.unknown))
}
