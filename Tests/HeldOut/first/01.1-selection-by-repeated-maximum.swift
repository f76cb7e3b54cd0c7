// exercise: 01.1
// is: right
// cause: Takes the most frequent word out again and again.
// swift-format-ignore-file

func buildVocabulary(from sequences: [[String]]) throws -> Vocabulary {
  var entries: [(word: String, n: Int)] = []
  for s in sequences {
    for w in s {
      if let k = entries.firstIndex(where: { $0.word == w }) { entries[k].n += 1 }
      else { entries.append((w, 1)) }
    }
  }
  var words: [String] = []
  while !entries.isEmpty {
    var best = 0
    for k in entries.indices where entries[k].n > entries[best].n { best = k }
    words.append(entries.remove(at: best).word)
  }
  words.append(Vocabulary.unknown)
  return Vocabulary(words: words)
}
