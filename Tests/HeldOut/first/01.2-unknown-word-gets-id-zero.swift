// exercise: 01.2
// is: wrong
// cause: An unknown word is given the id 0, the commonest word's, instead of the last id.
// named: unknown
// named: \b0\b|zero|first id
// swift-format-ignore-file

func encode(_ words: [String], with vocabulary: Vocabulary) throws -> [Int] {
  var wordToIdx: [String: Int] = [:]
  for (i, w) in vocabulary.words.enumerated() {
    wordToIdx[w] = i
  }
  return words.map { wordToIdx[$0, default: 0] }
}

func decode(_ ids: [Int], with vocabulary: Vocabulary) throws -> [String] {
  return ids.map { vocabulary.words[$0] }
}
