// exercise: 02.5
// is: right
// swift-format-ignore-file

func crossEntropy(
  _ logits: [Vector], targets: [Int], reduction: Reduction
) throws -> Double {
  // −log softmax(o)[y] = log Σ exp(o_k − o_y)
  func nll(_ o: Vector, _ y: Int) -> Double {
    let d = (o - o[y]).sorted()
    guard let top = d.last else { return 0 }
    let rest = d.dropLast().reduce(0) { $0 + exp($1 - top) }
    return top + log1p(rest)
  }
  let T = logits.count
  let weight = reduction == .mean ? 1 / Double(T) : 1
  return (0..<T).reduce(0.0) { $0 + weight * nll(logits[$1], targets[$1]) }
}
