// exercise: 01.2
// is: right
// cause: Looks words up with firstIndex and falls back to the last index.
// swift-format-ignore-file

func encode(_ words: [String], with vocabulary: Vocabulary) throws -> [Int] {
  var out = [Int]()
  for w in words {
    out.append(vocabulary.words.firstIndex(of: w) ?? (vocabulary.words.count - 1))
  }
  return out
}

func decode(_ ids: [Int], with vocabulary: Vocabulary) throws -> [String] {
  var out = [String]()
  for i in ids { out.append(vocabulary.words[i]) }
  return out
}
