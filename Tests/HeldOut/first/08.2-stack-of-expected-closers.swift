// exercise: 08.2
// is: right
// cause: The stack holds the closing brackets that are awaited.
// swift-format-ignore-file

func bracketsMayFollow(_ read: [Int], kinds: Int) throws -> [Int] {
  var awaited: [Int] = []
  for token in read {
    if token < 0 || token >= 2 * kinds { return [] }
    if token.isMultiple(of: 2) {
      awaited.append(token + 1)
    } else {
      guard let top = awaited.last, top == token else { return [] }
      awaited.removeLast()
    }
  }
  var result = Set(stride(from: 0, to: 2 * kinds, by: 2))
  if let top = awaited.last {
    result.insert(top)
  } else if !read.isEmpty {
    result.insert(2 * kinds)
  }
  return result.sorted()
}
