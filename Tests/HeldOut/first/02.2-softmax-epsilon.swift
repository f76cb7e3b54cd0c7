// exercise: 02.2
// is: wrong
// cause: The softmax adds 1e-6 to the sum in its denominator, so that the probabilities do not sum to 1.
// named: epsilon|1e-|10⁻|small (number|constant)|denominator|sum.*(less|not).*1
// swift-format-ignore-file

func sigmoid(_ x: Vector) throws -> Vector {
  return Vector(x.map { (v: Double) -> Double in
    if v >= 0 { return 1 / (1 + exp(-v)) }
    let e = exp(v)
    return e / (1 + e)
  })
}

func tanh(_ x: Vector) throws -> Vector {
  return x.map { (v: Double) -> Double in tanh(v) }
}

func softmax(_ logits: Vector) throws -> Vector {
  let m = logits.max()!
  var e = Vector(zeros: logits.count)
  for i in e.indices { e[i] = exp(logits[i] - m) }
  return e / (e.sum + 1e-6)
}
