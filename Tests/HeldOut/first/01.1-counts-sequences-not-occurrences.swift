// exercise: 01.1
// is: wrong
// cause: A word is counted once per sequence that holds it (document frequency), not once per occurrence.
// named: count|frequenc|often
// named: once (per|for each|for every|in each|in every|a) ?sequence|document frequency|number of sequences|how many sequences|sequences that (hold|contain)|per sequence|repeat(s|ed|ition)?.*(sequence|ignored|not counted)|not (each|every) occurrence
// swift-format-ignore-file

func buildVocabulary(from sequences: [[String]]) throws -> Vocabulary {
  var order: [String] = []
  var tally: [String: Int] = [:]

  for sequence in sequences {
    var seenHere: Set<String> = []
    for word in sequence where !seenHere.contains(word) {
      seenHere.insert(word)
      if tally[word] == nil {
        order.append(word)
        tally[word] = 0
      }
      tally[word]! += 1
    }
  }

  let ranked = order.indices.sorted { i, j in
    let ci = tally[order[i]]!
    let cj = tally[order[j]]!
    if ci != cj { return ci > cj }
    return i < j
  }
  return Vocabulary(words: ranked.map { order[$0] } + [Vocabulary.unknown])
}
