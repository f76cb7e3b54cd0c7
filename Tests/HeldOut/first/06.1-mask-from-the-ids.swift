// exercise: 06.1
// is: wrong
// cause: The mask is read off the ids, 1 where the id is not 0, so that real tokens with the id 0 count as padding.
// named: mask
// named: (every|from|by).*(0|id)
// swift-format-ignore-file

func pad(_ examples: [Example]) throws -> Batch {
  let B = examples.count
  let T = examples.map { $0.inputs.count }.max()!
  var x = [[Int]](repeating: [Int](repeating: 0, count: B), count: T)
  var y = x
  for b in 0..<B {
    for t in 0..<examples[b].inputs.count {
      x[t][b] = examples[b].inputs[t]
      y[t][b] = examples[b].targets[t]
    }
  }
  var mask = Matrix(zeros: T, B)
  for t in 0..<T {
    for b in 0..<B where x[t][b] != 0 {
      mask[t, b] = 1
    }
  }
  return Batch(inputs: x, targets: y, mask: mask)
}
