// exercise: 02.2
// is: right
// cause: σ through tanh, (1 + tanh(x/2))/2, and softmax as 1/Σ exp(xⱼ − xᵢ), element by element.
// swift-format-ignore-file

func sigmoid(_ x: Vector) throws -> Vector {
  0.5 * (1 + (try tanh(0.5 * x)))
}

func tanh(_ x: Vector) throws -> Vector {
  Vector(
    x.map { v -> Double in
      let e = expm1(-2 * abs(v))
      let t = -e / (2 + e)
      return v < 0 ? -t : t
    })
}

func softmax(_ logits: Vector) throws -> Vector {
  logits.map { own in
    // An overflow is an infinity here, and its reciprocal the right zero.
    1 / logits.reduce(0) { $0 + exp($1 - own) }
  }
}
