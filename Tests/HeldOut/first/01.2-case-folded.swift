// exercise: 01.2
// is: wrong
// cause: Lower-cases the words and the vocabulary before the look-up, so that an unknown A gets the id of a.
// named: case|capital|lower
// swift-format-ignore-file

func encode(_ words: [String], with vocabulary: Vocabulary) throws -> [Int] {
  let lowered = vocabulary.words.map { $0.lowercased() }
  return words.map { word in
    lowered.firstIndex(of: word.lowercased()) ?? vocabulary.words.count - 1
  }
}

func decode(_ ids: [Int], with vocabulary: Vocabulary) throws -> [String] {
  var out = [String]()
  for id in ids { out.append(vocabulary.words[id]) }
  return out
}
