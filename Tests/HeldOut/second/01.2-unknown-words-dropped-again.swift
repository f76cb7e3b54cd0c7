// exercise: 01.2
// is: wrong
// cause: Words outside the vocabulary are left out of the ids instead of getting the unknown word's id.
// named: unknown|outside|not in the vocabulary|UNK|unseen|out.of.vocabulary
// named: left out|leaves? out|drop|skip|omit|missing|discard|lost|ignored|thrown away|shorter|removed|filtered|passed over
// swift-format-ignore-file

func encode(_ words: [String], with vocabulary: Vocabulary) throws -> [Int] {
  words.compactMap { word in vocabulary.words.firstIndex(of: word) }
}

func decode(_ ids: [Int], with vocabulary: Vocabulary) throws -> [String] {
  var words: [String] = []
  for id in ids { words.append(vocabulary.words[id]) }
  return words
}
