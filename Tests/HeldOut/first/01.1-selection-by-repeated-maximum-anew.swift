// exercise: 01.1
// is: right
// swift-format-ignore-file

func buildVocabulary(from sequences: [[String]]) throws -> Vocabulary {
  let stream = sequences.flatMap { $0 }
  var distinct: [String] = []
  var counts: [Int] = []
  for word in stream {
    switch distinct.firstIndex(of: word) {
    case let k?: counts[k] += 1
    case nil:
      distinct.append(word)
      counts.append(1)
    }
  }
  // take the most frequent one, the leftmost of equals, until nothing is left
  var words: [String] = []
  while !distinct.isEmpty {
    var best = 0
    for k in counts.indices where counts[k] > counts[best] { best = k }
    words.append(distinct.remove(at: best))
    counts.remove(at: best)
  }
  return Vocabulary(words: words + ["UNK"])
}
