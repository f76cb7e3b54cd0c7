// exercise: 06.1
// is: wrong
// cause: The mask is made from the ids, 1 where the target is not 0, so that real tokens of id 0 count as padding.
// named: mask
// named: \bids?\b|id 0|token 0|target of 0|zero|from the (tokens|targets|inputs|words)|nonzero|value
// swift-format-ignore-file

func pad(_ examples: [Example]) throws -> Batch {
  var longest = 0
  for e in examples { longest = max(longest, e.inputs.count) }
  let B = examples.count
  var inputs = [[Int]](repeating: [Int](repeating: 0, count: B), count: longest)
  var targets = inputs
  for b in 0..<B {
    for t in 0..<examples[b].inputs.count {
      inputs[t][b] = examples[b].inputs[t]
      targets[t][b] = examples[b].targets[t]
    }
  }
  let mask = Matrix(rows: targets.map { row in Vector(row.map { $0 != 0 ? 1.0 : 0.0 }) })
  return Batch(inputs: inputs, targets: targets, mask: mask)
}
