// exercise: 02.2
// is: right
// cause: The plain formula, which is harmless in float64 because 1/∞ is 0; the softmax with running sums.
// swift-format-ignore-file

func sigmoid(_ x: Vector) throws -> Vector {
  return x.map { 1.0 / (1.0 + exp(-$0)) }
}

func tanh(_ x: Vector) throws -> Vector {
  return x.map { value in
    let e = exp(-2 * abs(value))
    let t = (1 - e) / (1 + e)
    return value < 0 ? -t : t
  }
}

func softmax(_ logits: Vector) throws -> Vector {
  var m = logits[0]
  for k in 1..<max(1, logits.count) where logits[k] > m { m = logits[k] }
  var total = 0.0
  var e = logits
  for k in 0..<e.count {
    e[k] = exp(logits[k] - m)
    total += e[k]
  }
  return e * (1 / total)
}
