// exercise: 01.1
// is: wrong
// cause: Words that occur only once are dropped from the vocabulary (a minimum frequency of two).
// named: once|rare|singl|minimum|least frequent|cut ?off|infrequent
// named: drop|left out|leav|miss|lack|omit|remov|filter|minimum|absent|not (in|there|kept)|lost
// swift-format-ignore-file

private let minFreq = 2

func buildVocabulary(from sequences: [[String]]) throws -> Vocabulary {
  let tokens = sequences.flatMap { $0 }
  let counter = tokens.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
  var firstIndex: [String: Int] = [:]
  for (i, token) in tokens.enumerated() where firstIndex[token] == nil { firstIndex[token] = i }
  let kept = counter.filter { $0.value >= minFreq }.map { (word: $0.key, n: $0.value) }
  let ordered = kept.sorted { a, b in
    a.n != b.n ? a.n > b.n : firstIndex[a.word]! < firstIndex[b.word]!
  }
  return Vocabulary(words: ordered.map(\.word) + [Vocabulary.unknown])
}
