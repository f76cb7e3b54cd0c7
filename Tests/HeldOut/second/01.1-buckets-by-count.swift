// exercise: 01.1
// is: right
// cause: No comparison sort: the words are laid into buckets by their count, in the order of first occurrence, and the buckets are read from the top.
// swift-format-ignore-file

func buildVocabulary(from sequences: [[String]]) throws -> Vocabulary {
  var slot: [String: Int] = [:]
  var words: [String] = []
  var counts: [Int] = []
  for sequence in sequences {
    for word in sequence {
      if let k = slot[word] {
        counts[k] += 1
      } else {
        slot[word] = words.count
        words.append(word)
        counts.append(1)
      }
    }
  }
  var buckets = [[String]](repeating: [], count: (counts.max() ?? 0) + 1)
  for (word, n) in zip(words, counts) { buckets[n].append(word) }
  return Vocabulary(words: Array(buckets.reversed().joined()) + [Vocabulary.unknown])
}
