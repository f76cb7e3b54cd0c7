// exercise: 02.5
// is: wrong
// cause: The mean divides by the vocabulary size V instead of by the number of steps T.
// named: mean|divid|averag|reduction
// named: vocabulary|\bV\b|classes|number of logits|logits\[0\]
// swift-format-ignore-file

func crossEntropy(
  _ logits: [Vector], targets: [Int], reduction: Reduction
) throws -> Double {
  func nll(_ row: Vector, _ y: Int) -> Double {
    let m = row.max()!
    let lse = m + log(row.map { exp($0 - m) }.sum)
    return lse - row[y]
  }
  let losses = Vector(zip(logits, targets).map { nll($0, $1) })
  switch reduction {
  case .sum: return losses.sum
  case .mean: return losses.sum / Double(logits[0].count)
  }
}
