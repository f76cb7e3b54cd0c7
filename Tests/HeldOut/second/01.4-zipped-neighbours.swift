// exercise: 01.4
// is: right
// cause: Pairs of neighbours.
// swift-format-ignore-file

func example(from ids: [Int]) throws -> Example {
  let pairs = Array(zip(ids, ids.dropFirst()))
  return Example(inputs: pairs.map { $0.0 }, targets: pairs.map { $0.1 })
}
