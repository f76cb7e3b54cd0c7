// exercise: 01.1
// is: wrong
// cause: It counts in how many sequences a word occurs, not how often it occurs over all of them.
// named: sequences? (that|which|in which|with|it|contain|where)|how many sequences|number of sequences|document freq|once (per|in each|for each|a) sequence|per sequence|only once in|repetitions? (within|in|inside)|repeated within
// swift-format-ignore-file

private struct Entry {
  var word: String
  var count: Int
}

func buildVocabulary(from sequences: [[String]]) throws -> Vocabulary {
  var table: [Entry] = []
  for sequence in sequences {
    var seen = Set<String>()
    for word in sequence where seen.insert(word).inserted {
      if let k = table.firstIndex(where: { $0.word == word }) {
        table[k].count += 1
      } else {
        table.append(Entry(word: word, count: 1))
      }
    }
  }
  let sorted = table.enumerated().sorted {
    ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
  }
  return Vocabulary(words: sorted.map(\.element.word) + [Vocabulary.unknown])
}
