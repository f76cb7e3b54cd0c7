// exercise: 01.1
// is: wrong
// cause: Words that occur equally often are put into alphabetical order instead of the order in which they first occur.
// named: equally|tie|same (count|frequency)|equal(ly)? (count|frequen)
// named: alphabet|sorted by (name|the word|spelling)|lexicograph|first occur|first seen|order of (first )?(occurrence|appearance)
// swift-format-ignore-file

func buildVocabulary(from sequences: [[String]]) throws -> Vocabulary {
  var frequency: [String: Int] = [:]
  for sentence in sequences {
    for word in sentence {
      frequency[word, default: 0] += 1
    }
  }
  // A dictionary has no order of its own, so make the order unique: first the count, then the word.
  let ranked = frequency.sorted { left, right in
    if left.value != right.value { return left.value > right.value }
    return left.key < right.key
  }
  return Vocabulary(words: ranked.map { $0.key } + [Vocabulary.unknown])
}
