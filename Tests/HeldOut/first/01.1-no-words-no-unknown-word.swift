// exercise: 01.1
// is: wrong
// cause: Where there are no words at all the vocabulary is empty, without the unknown word.
// named: unknown|UNK
// named: empty|no words|without (any )?words|nothing|alone
// swift-format-ignore-file

func buildVocabulary(from sequences: [[String]]) throws -> Vocabulary {
  let all = sequences.flatMap { $0 }
  guard !all.isEmpty else { return Vocabulary(words: []) }

  var words: [String] = []
  var counts: [Int] = []
  for word in all {
    if let k = words.firstIndex(of: word) {
      counts[k] += 1
    } else {
      words.append(word)
      counts.append(1)
    }
  }
  let order = words.indices.sorted { a, b in
    counts[a] == counts[b] ? a < b : counts[a] > counts[b]
  }
  return Vocabulary(words: order.map { words[$0] } + [Vocabulary.unknown])
}
