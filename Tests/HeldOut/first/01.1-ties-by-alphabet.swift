// exercise: 01.1
// is: wrong
// cause: Words that occur equally often are sorted by the alphabet instead of by their first occurrence.
// named: alphabet|lexicograph|by name|by spelling|by the word
// named: equally often|equally frequent|ties?\b|same (count|frequency)|equal (count|frequenc)
// swift-format-ignore-file

func buildVocabulary(from sequences: [[String]]) throws -> Vocabulary {
  var freq = [String: Int]()
  for s in sequences {
    for w in s {
      freq[w] = (freq[w] ?? 0) + 1
    }
  }
  // like sorted(freq.items(), key=lambda kv: (-kv[1], kv[0]))
  let pairs = freq.sorted { lhs, rhs in
    if lhs.value != rhs.value { return lhs.value > rhs.value }
    return lhs.key < rhs.key
  }
  var words = pairs.map { $0.key }
  words.append(Vocabulary.unknown)
  return Vocabulary(words: words)
}
