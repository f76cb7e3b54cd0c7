// exercise: 02.2
// is: wrong
// cause: The tanh is computed as 2σ(x) − 1, which is tanh(x/2), since the argument is not doubled.
// named: tanh|tangent
// named: half|x ?/ ?2|2 ?[·*×]? ?σ|2 ?σ|doubl|sigmoid|too flat|σ\(2x\)|twice|stretched|steep|slope
// swift-format-ignore-file

private func logistic(_ v: Double) -> Double {
  if v >= 0 {
    return 1 / (1 + exp(-v))
  }
  let e = exp(v)
  return e / (1 + e)
}

func sigmoid(_ x: Vector) throws -> Vector { x.map(logistic) }

// tanh is the sigmoid, stretched from 0…1 to −1…1
func tanh(_ x: Vector) throws -> Vector { x.map { 2 * logistic($0) - 1 } }

func softmax(_ logits: Vector) throws -> Vector {
  let m = logits.reduce(-Double.infinity) { max($0, $1) }
  let exps = logits.map { exp($0 - m) }
  let z = exps.reduce(0, +)
  return exps.map { $0 / z }
}
