// exercise: 01.1
// is: wrong
// cause: Words that occur equally often are put in alphabetical order instead of the order of their first occurrence.
// named: \bties?\b|tied|equally (often|frequent|common)|equal (count|frequenc)|same (count|frequency|number of times)|as often
// named: alphabet|lexicograph|by spelling|sorted by (the )?word|dictionary order
// swift-format-ignore-file

func buildVocabulary(from sequences: [[String]]) throws -> Vocabulary {
  // Counter(chain(*sequences))
  var frequency = [String: Int]()
  for sentence in sequences {
    for w in sentence {
      frequency[w] = (frequency[w] ?? 0) + 1
    }
  }
  // A dictionary has no order, so sort by the pair (-count, word): always the same result.
  let pairs = frequency.map { (-$0.value, $0.key) }.sorted { $0 < $1 }
  var words = pairs.map { $0.1 }
  words.append(Vocabulary.unknown)
  return Vocabulary(words: words)
}
