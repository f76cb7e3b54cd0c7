// exercise: 01.1
// is: wrong
// cause: Words that occur equally often are put in alphabetical order instead of the order in which they first occur.
// named: alphabet
// swift-format-ignore-file

func buildVocabulary(from sequences: [[String]]) throws -> Vocabulary {
  var freq = [String: Int]()
  for s in sequences {
    for w in s {
      freq[w, default: 0] += 1
    }
  }
  // sort by count first, then by name so that the result is reproducible
  let sorted = freq.sorted { a, b in
    if a.value != b.value { return a.value > b.value }
    return a.key < b.key
  }
  var words = sorted.map { $0.key }
  words.append(Vocabulary.unknown)
  return Vocabulary(words: words)
}
