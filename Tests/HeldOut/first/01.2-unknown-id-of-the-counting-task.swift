// exercise: 01.2
// is: wrong
// cause: An unknown word always gets the id 3, that of the counting task's vocabulary, and not the last id of the vocabulary that is given.
// named: unknown|UNK|not (there|in the vocabulary)
// named: last id|fixed|constant|hard.?coded|\b3\b|always
// swift-format-ignore-file

func encode(_ words: [String], with vocabulary: Vocabulary) throws -> [Int] {
  var table: [String: Int] = [:]
  for (id, word) in vocabulary.words.enumerated() {
    table[word] = id
  }
  return words.map { word in
    guard let id = table[word] else { return CountingTask.unknown }
    return id
  }
}

func decode(_ ids: [Int], with vocabulary: Vocabulary) throws -> [String] {
  ids.map { vocabulary.words[$0] }
}
