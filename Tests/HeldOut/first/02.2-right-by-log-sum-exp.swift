// exercise: 02.2
// is: right
// swift-format-ignore-file

/// exp(−x) may be infinite; one over infinity is zero, which is what is wanted.
private func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

func sigmoid(_ x: Vector) throws -> Vector {
  Vector(x.map { logistic($0) } as [Double])
}

func tanh(_ x: Vector) throws -> Vector {
  // tanh x = 2 σ(2x) − 1
  2 * x.map { logistic(2 * $0) } - 1
}

func softmax(_ logits: Vector) throws -> Vector {
  let m = logits.reduce(-Double.infinity) { max($0, $1) }
  let shifted = logits - m
  let logSum = log(shifted.map { exp($0) }.sum)
  return shifted.map { exp($0 - logSum) }
}
