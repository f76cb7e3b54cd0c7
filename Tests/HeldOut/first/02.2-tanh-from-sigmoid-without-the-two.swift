// exercise: 02.2
// is: wrong
// cause: The tanh is made of the sigmoid as 2σ(x) − 1, where 2σ(2x) − 1 belongs, so it is tanh(x/2).
// named: tanh|hyperbolic
// named: half|2x|x ?/ ?2|twice|two|factor|too flat|argument|2σ|2 ?sigmoid|doubl|slope
// swift-format-ignore-file

private func logistic(_ a: Double) -> Double {
  if a < 0 {
    let e = exp(a)
    return e / (1 + e)
  }
  return 1 / (1 + exp(-a))
}

func sigmoid(_ x: Vector) throws -> Vector {
  x.map(logistic)
}

func tanh(_ x: Vector) throws -> Vector {
  // tanh is only a rescaled sigmoid
  x.map { 2 * logistic($0) - 1 }
}

func softmax(_ logits: Vector) throws -> Vector {
  guard let m = logits.max() else { return logits }
  let e = (logits - m).map { exp($0) }
  let total = e.sum
  return e.map { $0 / total }
}
