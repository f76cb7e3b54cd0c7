// exercise: 06.1
// is: right
// swift-format-ignore-file

func pad(_ examples: [Example]) throws -> Batch {
  let lengths = examples.map(\.inputs.count)
  let T = lengths.reduce(0, max)

  func table(_ tokens: KeyPath<Example, [Int]>) -> [[Int]] {
    (0..<T).map { t in
      examples.indices.map { b in
        let column = examples[b][keyPath: tokens]
        return column.indices.contains(t) ? column[t] : 0
      }
    }
  }
  let mask = Matrix(
    T, examples.count,
    (0..<T).flatMap { t in lengths.map { t < $0 ? 1.0 : 0.0 } })
  return Batch(inputs: table(\.inputs), targets: table(\.targets), mask: mask)
}
