// exercise: 01.2
// is: wrong
// cause: Words that are not in the vocabulary are left out, so that the list gets shorter, instead of being given the last id.
// named: unknown
// named: left out|dropped|skipped|missing|no id|shorter
// swift-format-ignore-file

func encode(_ words: [String], with vocabulary: Vocabulary) throws -> [Int] {
  words.compactMap { word in vocabulary.words.firstIndex(of: word) }
}

func decode(_ ids: [Int], with vocabulary: Vocabulary) throws -> [String] {
  ids.map { vocabulary.words[$0] }
}
