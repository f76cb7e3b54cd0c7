// exercise: 01.2
// is: wrong
// cause: An unknown word is entered into the look-up table under a new id beyond the vocabulary instead of getting the last id.
// named: unknown|UNK|not in the vocabulary|outside the vocabulary|new word|strange|unseen|nobody
// named: new id|next id|beyond|grow|add|past the end|outside|too large|count|range|of (its|their) own|enter
// swift-format-ignore-file

func encode(_ words: [String], with vocabulary: Vocabulary) throws -> [Int] {
  var index: [String: Int] = [:]
  for (k, w) in vocabulary.words.enumerated() { index[w] = k }
  return words.map { word in
    if index[word] == nil { index[word] = index.count }
    return index[word]!
  }
}

func decode(_ ids: [Int], with vocabulary: Vocabulary) throws -> [String] {
  return ids.map { id in vocabulary.words[id] }
}
