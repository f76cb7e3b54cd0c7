// exercise: 02.2
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func sigmoid(_ x: Vector) throws -> Vector {
  x.map { a in exp(-softplus(-a)) }
}

func tanh(_ x: Vector) throws -> Vector {
  x.map { a in
    let e = expm1(-2 * a.magnitude)
    let positive = -e / (e + 2)
    return a.sign == .minus ? -positive : positive
  }
}

func softmax(_ logits: Vector) throws -> Vector {
  let m = logits.reduce(-Double.infinity) { Swift.max($0, $1) }
  let logZ = log(logits.reduce(0.0) { $0 + exp($1 - m) })
  return logits.map { exp($0 - m - logZ) }
}

/// log(1 + eˣ)
private func softplus(_ x: Double) -> Double {
  Swift.max(x, 0) + log1p(exp(-abs(x)))
}
