// exercise: 01.1
// is: right
// cause: Unique words in order, counted one by one, put in order with a stable sort on negated counts.
// swift-format-ignore-file

func buildVocabulary(from sequences: [[String]]) throws -> Vocabulary {
  let all = Array(sequences.joined())
  var unique: [String] = []
  for w in all where !unique.contains(w) { unique.append(w) }
  let keyed = unique.indices.map { i in
    (place: i, count: all.reduce(0) { $0 + ($1 == unique[i] ? 1 : 0) })
  }
  let order = keyed.sorted { a, b in
    if a.count == b.count { return a.place < b.place }
    return a.count > b.count
  }
  var result = [String]()
  for entry in order { result.append(unique[entry.place]) }
  return Vocabulary(words: result + ["UNK"])
}
