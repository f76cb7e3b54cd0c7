// exercise: 01.1
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func buildVocabulary(from sequences: [[String]]) throws -> Vocabulary {
  let stats = sequences.flatMap { $0 }.enumerated().reduce(into: [String: (n: Int, first: Int)]()) {
    table, item in
    let old = table[item.element] ?? (n: 0, first: item.offset)
    table[item.element] = (n: old.n - 1, first: old.first)
  }
  let ranked = stats.sorted { l, r in (l.value.n, l.value.first) < (r.value.n, r.value.first) }
  return Vocabulary(words: ranked.map { $0.key } + CollectionOfOne(Vocabulary.unknown))
}
