// exercise: 02.2
// is: wrong
// cause: tanh is computed as 2σ(x) − 1 instead of 2σ(2x) − 1, which is tanh(x/2).
// named: tanh|hyperbolic
// named: x ?/ ?2|half|halved|2 ?σ|2x|twice|doubl|rescaled|sigmoid|too flat|stretched
// swift-format-ignore-file

func sigmoid(_ x: Vector) throws -> Vector { x.map(logistic) }

func tanh(_ x: Vector) throws -> Vector {
  // a sigmoid stretched to −1 … 1
  let s = try sigmoid(x)
  return 2.0 * s - 1.0
}

func softmax(_ logits: Vector) throws -> Vector {
  let e = (logits - (logits.max() ?? 0)).map { exp($0) }
  return e / e.sum
}

private func logistic(_ a: Double) -> Double {
  if a < 0 {
    let e = exp(a)
    return e / (e + 1)
  }
  return 1 / (1 + exp(-a))
}
