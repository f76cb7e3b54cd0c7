// exercise: 01.2
// is: wrong
// cause: Decoding skips the unknown token as if it were a special token, so the decoded list is too short.
// named: decod
// named: skipp?|drop|left out|leaves? out|leaving out|omit|remov|missing|fewer|shorter|filter|ignor
// swift-format-ignore-file

func encode(_ words: [String], with vocabulary: Vocabulary) throws -> [Int] {
  let unk = vocabulary.count - 1
  var table: [String: Int] = [:]
  for (i, w) in vocabulary.words.enumerated() { table[w] = i }
  var ids: [Int] = []
  ids.reserveCapacity(words.count)
  for w in words {
    ids.append(table[w, default: unk])
  }
  return ids
}

func decode(_ ids: [Int], with vocabulary: Vocabulary) throws -> [String] {
  let unk = vocabulary.count - 1
  var text: [String] = []
  for id in ids {
    // like skip_special_tokens=True: nobody wants to read UNK
    if id == unk { continue }
    text.append(vocabulary.words[id])
  }
  return text
}
