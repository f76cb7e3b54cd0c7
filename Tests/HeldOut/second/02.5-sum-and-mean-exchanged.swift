// exercise: 02.5
// is: wrong
// cause: The two reductions are exchanged: .sum gives the mean and .mean the sum.
// named: (sum|mean).*(exchanged|swapped|other way|places)|(exchanged|swapped).*(sum|mean)
// swift-format-ignore-file

func crossEntropy(
  _ logits: [Vector], targets: [Int], reduction: Reduction
) throws -> Double {
  var losses = [Double]()
  for (row, y) in zip(logits, targets) {
    let m = row.max() ?? 0
    var s = 0.0
    for z in row { s += exp(z - m) }
    losses.append(m + log(s) - row[y])
  }
  let sum = losses.reduce(0.0, +)
  return reduction == .mean ? sum : sum / Double(losses.count)
}
