// exercise: 01.2
// is: wrong
// cause: Words are looked up by binary search although the vocabulary is not in alphabetical order, so that known words come out as the unknown one.
// named: \bknown|words? (that (is|are) in|of) the vocabulary|vocabulary'?s (own )?words?|binary|sorted|alphabet
// named: unknown|UNK|last id|not found|miss(ed|ing)|binary|sorted|alphabet
// swift-format-ignore-file

private func lowerBound(_ words: [String], _ key: String) -> Int {
  var low = 0
  var high = words.count
  while low < high {
    let middle = (low + high) / 2
    if words[middle] < key { low = middle + 1 } else { high = middle }
  }
  return low
}

func encode(_ words: [String], with vocabulary: Vocabulary) throws -> [Int] {
  let table = vocabulary.words
  var ids = [Int](repeating: table.count - 1, count: words.count)
  for (t, word) in words.enumerated() {
    let k = lowerBound(table, word)
    if k < table.count && table[k] == word { ids[t] = k }
  }
  return ids
}

func decode(_ ids: [Int], with vocabulary: Vocabulary) throws -> [String] {
  var out: [String] = []
  for id in ids { out.append(vocabulary.words[id]) }
  return out
}
