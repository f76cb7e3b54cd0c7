// exercise: 02.2
// is: wrong
// cause: The sigmoid of a negative element is that of its absolute value, 1 − σ(x) instead of σ(x).
// named: sigmoid|σ
// named: negative|absolute|\|x\||magnitude|1 ?[−-] ?σ|sign\b|mirror|below zero
// swift-format-ignore-file

func sigmoid(_ x: Vector) throws -> Vector {
  // exp never sees a positive number
  var y = Vector(zeros: x.count)
  for i in 0..<x.count {
    let e = exp(-abs(x[i]))
    y[i] = 1.0 / (1.0 + e)
  }
  return y
}

func tanh(_ x: Vector) throws -> Vector {
  var y = x
  for i in y.indices { y[i] = tanh(x[i]) }
  return y
}

func softmax(_ logits: Vector) throws -> Vector {
  let m = logits.max()!
  let e = (logits - m).map { exp($0) }
  return e / e.sum
}
