// exercise: 01.2
// is: wrong
// cause: An unknown word gets the id vocabulary.count, one beyond the last, as if the unknown word were not among the words.
// named: unknown
// named: one (too|beyond|past|more)|off by one|beyond the (last|end|vocabulary)|outside|count\b|past the|not in the vocabulary|does not exist|too (large|high)
// swift-format-ignore-file

func encode(_ words: [String], with vocabulary: Vocabulary) throws -> [Int] {
  var table = [String: Int]()
  var next = 0
  for w in vocabulary.words {
    table[w] = next
    next += 1
  }
  // everything else: a class of its own behind the known words
  let other = next
  var ids = [Int]()
  ids.reserveCapacity(words.count)
  for w in words { ids.append(table[w, default: other]) }
  return ids
}

func decode(_ ids: [Int], with vocabulary: Vocabulary) throws -> [String] {
  return ids.map { id in vocabulary.words[min(id, vocabulary.count - 1)] }
}
