// exercise: 01.1
// is: wrong
// cause: The unknown word stands at the beginning, with id 0, instead of at the end.
// named: unknown|UNK
// named: first|beginning|front|id 0
// swift-format-ignore-file

func buildVocabulary(from sequences: [[String]]) throws -> Vocabulary {
  var vocab: [String] = [Vocabulary.unknown]
  var order: [String] = []
  var counts: [String: Int] = [:]
  for sequence in sequences {
    for word in sequence {
      if let c = counts[word] {
        counts[word] = c + 1
      } else {
        counts[word] = 1
        order.append(word)
      }
    }
  }
  let positions = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
  let sorted = order.sorted {
    (-counts[$0]!, positions[$0]!) < (-counts[$1]!, positions[$1]!)
  }
  vocab += sorted
  return Vocabulary(words: vocab)
}
