// exercise: 01.4
// is: wrong
// cause: A sequence of a single token keeps that token as an input, although there is nothing to predict.
// named: one token|single token|length one|of one\b|short
// named: input|empty|target
// swift-format-ignore-file

func example(from ids: [Int]) throws -> Example {
  // Too short for a pair.
  if ids.count <= 1 {
    return Example(inputs: ids, targets: [])
  }
  let n = ids.count
  return Example(inputs: Array(ids[0..<n - 1]), targets: Array(ids[1..<n]))
}
