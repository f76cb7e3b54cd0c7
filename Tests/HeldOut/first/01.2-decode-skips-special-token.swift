// exercise: 01.2
// is: wrong
// cause: decode skips the unknown word (as skip_special_tokens does), so that fewer words than ids come back.
// named: decod|words of|back
// named: unknown|UNK|last id
// named: skip|left out|leav|drop|miss|omit|shorter|fewer|remov|filter|lost|lose
// swift-format-ignore-file

func encode(_ words: [String], with vocabulary: Vocabulary) throws -> [Int] {
  let unk = vocabulary.words.count - 1
  return words.map { vocabulary.words.firstIndex(of: $0) ?? unk }
}

func decode(_ ids: [Int], with vocabulary: Vocabulary) throws -> [String] {
  let specialTokens: Set<Int> = [vocabulary.count - 1]
  return ids.lazy
    .filter { !specialTokens.contains($0) }
    .map { vocabulary.words[$0] }
}
