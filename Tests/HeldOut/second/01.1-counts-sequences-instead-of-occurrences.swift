// exercise: 01.1
// is: wrong
// cause: A word is counted once per sequence that holds it (document frequency), not once per occurrence.
// named: sequence|document|distinct|repeat|duplicate
// named: once (per|for each|in each|a sequence|for every|in every|in a)|one (per|for each|a) sequence|document frequenc|(number of|how many) sequences|sequences (that|which|in which|with|it|they)|distinct|repeat|duplicate|within (a|one|each)
// swift-format-ignore-file

func buildVocabulary(from sequences: [[String]]) throws -> Vocabulary {
  var df = [String: Int]()
  var order = [String]()
  for s in sequences {
    // which words does this sequence have?
    var mine = [String]()
    for w in s where !mine.contains(w) { mine.append(w) }
    for w in mine {
      if let n = df[w] {
        df[w] = n + 1
      } else {
        df[w] = 1
        order.append(w)
      }
    }
  }
  // a stable insertion sort, so that ties keep their order
  var sorted = [String]()
  for w in order {
    var k = sorted.count
    while k > 0 && df[sorted[k - 1]]! < df[w]! { k -= 1 }
    sorted.insert(w, at: k)
  }
  sorted.append(Vocabulary.unknown)
  return Vocabulary(words: sorted)
}
