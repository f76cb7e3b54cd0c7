public import Recurrent

// 01 Encoding.

/// 01.1 – the words by falling frequency, ties by first occurrence, the unknown word last.
public func buildVocabulary(from sequences: [[String]]) throws -> Vocabulary {
  var counts: [String: Int] = [:]
  var firstSeen: [String] = []
  for word in sequences.joined() {
    if counts[word] == nil { firstSeen.append(word) }
    counts[word, default: 0] += 1
  }
  let order = firstSeen.enumerated().sorted { a, b in
    let (m, n) = (counts[a.element] ?? 0, counts[b.element] ?? 0)
    return m == n ? a.offset < b.offset : m > n
  }
  return Vocabulary(words: order.map(\.element) + [Vocabulary.unknown])
}

/// 01.2 – words to ids; a word outside the vocabulary has the last id.
public func encode(_ words: [String], with vocabulary: Vocabulary) throws -> [Int] {
  let ids = Dictionary(
    vocabulary.words.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { a, _ in a })
  return words.map { ids[$0] ?? vocabulary.count - 1 }
}

/// 01.2 – ids to words.
public func decode(_ ids: [Int], with vocabulary: Vocabulary) throws -> [String] {
  ids.map { vocabulary.words[$0] }
}

/// 01.3 – a vector of `size` with a one at `id`.
public func oneHot(_ id: Int, size: Int) throws -> Vector {
  var result = Vector(zeros: size)
  result[id] = 1
  return result
}

/// 01.3 – one row per token: T × `size`.
public func oneHot(_ ids: [Int], size: Int) throws -> Matrix {
  var result = Matrix(zeros: ids.count, size)
  for (t, id) in ids.enumerated() { result[t, id] = 1 }
  return result
}

/// 01.4 – inputs are all tokens but the last, targets all but the first.
public func example(from ids: [Int]) throws -> Example {
  Example(inputs: Array(ids.dropLast()), targets: Array(ids.dropFirst()))
}

/// 01.5 – the first 80 %, the next 10 % and the last 10 %, sizes rounded down.
public func partition<Element>(
  _ elements: [Element]
) throws -> (training: [Element], validation: [Element], test: [Element]) {
  let training = elements.count * 8 / 10
  let tenth = elements.count / 10
  return (
    Array(elements[..<training]), Array(elements[training..<training + tenth]),
    Array(elements.suffix(tenth))
  )
}
