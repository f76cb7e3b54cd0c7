// exercise: 01.2
// is: wrong
// cause: Words that are not in the vocabulary are dropped from the ids instead of getting the last id.
// named: unknown|not in the vocabulary|out[- ]of[- ]vocabulary|strange
// named: drop|skip|left out|leaves? out|missing|omit|removed|disappear|ignored|swallow|fall out
// swift-format-ignore-file

func encode(_ words: [String], with vocabulary: Vocabulary) throws -> [Int] {
  return words.compactMap { word in
    vocabulary.words.firstIndex(of: word)
  }
}

func decode(_ ids: [Int], with vocabulary: Vocabulary) throws -> [String] {
  return ids.map { id in vocabulary.words[id] }
}
