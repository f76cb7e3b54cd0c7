// exercise: 02.2
// is: wrong
// cause: tanh is computed as 2σ(x) − 1 instead of 2σ(2x) − 1, which is tanh(x/2).
// named: tanh|tangent
// named: half|x ?/ ?2|2x|σ|sigmoid|twice|halved|too flat|argument|stretch
// swift-format-ignore-file

private func logistic(_ z: Double) -> Double {
  if z >= 0 { return 1 / (1 + exp(-z)) }
  let e = exp(z)
  return e / (1 + e)
}

func sigmoid(_ x: Vector) throws -> Vector {
  x.map(logistic)
}

func tanh(_ x: Vector) throws -> Vector {
  // tanh is a shifted and scaled sigmoid
  x.map { 2 * logistic($0) - 1 }
}

func softmax(_ logits: Vector) throws -> Vector {
  let top = logits.max()!
  let e = (logits - top).map { exp($0) }
  return e / e.sum
}
