// exercise: 01.1
// is: wrong
// cause: The count is the number of sequences that hold the word (document frequency), not the number of occurrences.
// named: number of sequences|how many sequences|sequences (that|which|in which|with|containing|holding)|once (per|in each|for each|in every) |document|per sequence|in each sequence|repeat\w* .*(ignored|not counted|counted once)|more than once in (one|a|the same) sequence|within (a|one) sequence
// swift-format-ignore-file

func buildVocabulary(from sequences: [[String]]) throws -> Vocabulary {
  var seen: [String] = []
  var frequency: [String: Int] = [:]
  for sequence in sequences {
    var inThisOne = Set<String>()
    for word in sequence where inThisOne.insert(word).inserted {
      if frequency[word] == nil { seen.append(word) }
      frequency[word, default: 0] += 1
    }
  }
  let rank = Dictionary(uniqueKeysWithValues: seen.enumerated().map { ($1, $0) })
  let sorted = seen.sorted { left, right in
    let l = frequency[left]!, r = frequency[right]!
    if l != r { return l > r }
    return rank[left]! < rank[right]!
  }
  return Vocabulary(words: sorted + [Vocabulary.unknown])
}
