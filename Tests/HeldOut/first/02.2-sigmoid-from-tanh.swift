// exercise: 02.2
// is: right
// swift-format-ignore-file

private func squash(_ a: Double) -> Double { (1 + tanh(a / 2)) / 2 }

func sigmoid(_ x: Vector) throws -> Vector { x.map(squash) }

func tanh(_ x: Vector) throws -> Vector {
  // (1 - e^{-2|x|}) / (1 + e^{-2|x|}) with the sign of x
  x.map { a in
    let e = expm1(-2 * abs(a))
    let y = -e / (2 + e)
    return a < 0 ? -y : y
  }
}

func softmax(_ logits: Vector) throws -> Vector {
  // exp of the log-probabilities
  var m = logits[0]
  for o in logits { m = max(m, o) }
  let logZ = m + log(logits.reduce(0) { $0 + exp($1 - m) })
  return Vector(logits.map { exp($0 - logZ) })
}
