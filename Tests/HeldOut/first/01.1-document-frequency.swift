// exercise: 01.1
// is: wrong
// cause: Counts in how many sequences a word occurs, not how often it occurs over all.
// named: (per|each|every|number of|how many) sequences?|sequences that contain|once (in|per|a)
// swift-format-ignore-file

func buildVocabulary(from sequences: [[String]]) throws -> Vocabulary {
  var df: [String: Int] = [:]
  var order: [String: Int] = [:]
  for sentence in sequences {
    for w in sentence where order[w] == nil { order[w] = order.count }
    for w in Set(sentence) { df[w, default: 0] += 1 }
  }
  let sorted = df.keys.sorted { a, b in
    if df[a]! != df[b]! { return df[a]! > df[b]! }
    return order[a]! < order[b]!
  }
  return Vocabulary(words: sorted + ["UNK"])
}
