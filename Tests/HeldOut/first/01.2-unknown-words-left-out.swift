// exercise: 01.2
// is: wrong
// cause: Encoding leaves unknown words out instead of giving them the last id.
// named: unknown|not in the vocabulary|outside the vocabulary|UNK
// named: left out|leav(es?|ing) (.* )?out|dropped|drops|skipp?|omit|missing|removed|ignored|disappear|vanish|shorter
// swift-format-ignore-file

func encode(_ words: [String], with vocabulary: Vocabulary) throws -> [Int] {
  return words.compactMap { word in vocabulary.words.firstIndex(of: word) }
}

func decode(_ ids: [Int], with vocabulary: Vocabulary) throws -> [String] {
  return ids.map { vocabulary.words[$0] }
}
