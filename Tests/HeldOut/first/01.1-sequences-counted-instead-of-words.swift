// exercise: 01.1
// is: wrong
// cause: Each word is counted once per sequence that holds it instead of every time it occurs.
// named: once per sequence|sequences? (that|in which|counted)|how many sequences
// swift-format-ignore-file

func buildVocabulary(from sequences: [[String]]) throws -> Vocabulary {
  var count: [String: Int] = [:]
  var seen: [String] = []
  for sequence in sequences {
    for word in sequence where !seen.contains(word) { seen.append(word) }
    for word in Set(sequence) { count[word, default: 0] += 1 }
  }
  let place = Dictionary(uniqueKeysWithValues: zip(seen, seen.indices))
  let words = seen.sorted { a, b in
    if count[a]! == count[b]! { return place[a]! < place[b]! }
    return count[a]! > count[b]!
  }
  return Vocabulary(words: words + [Vocabulary.unknown])
}
