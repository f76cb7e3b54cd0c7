// exercise: 01.1
// is: wrong
// cause: The frequency of a word is the number of sequences that hold it (document frequency), not the number of its occurrences over all sequences.
// named: once per sequence|once (for|in) each sequence|number of (the )?sequences|how many sequences|in how many|document|per sequence|sequences (that|which|in which)|repeat|within (a|one) sequence
// swift-format-ignore-file

func buildVocabulary(from sequences: [[String]]) throws -> Vocabulary {
  var freq: [String: Int] = [:]
  var order: [String: Int] = [:]
  for sequence in sequences {
    for w in sequence where order[w] == nil { order[w] = order.count }
    for w in Set(sequence) { freq[w, default: 0] += 1 }
  }
  let words = freq.keys.sorted { l, r in
    if freq[l]! != freq[r]! { return freq[l]! > freq[r]! }
    return order[l]! < order[r]!
  }
  return Vocabulary(words: words + [Vocabulary.unknown])
}
