// exercise: 02.2
// is: wrong
// cause: Logits are clamped to ±500 before the exponential, so that two large logits that differ get the same probability.
// named: softmax|logits
// named: clamp|clip|limit|cut off|bounded|capped|large|any size
// swift-format-ignore-file

func sigmoid(_ x: Vector) throws -> Vector {
  var y = Vector(zeros: x.count)
  for i in 0..<x.count {
    if x[i] >= 0 {
      y[i] = 1 / (1 + exp(-x[i]))
    } else {
      let e = exp(x[i])
      y[i] = e / (1 + e)
    }
  }
  return y
}

func tanh(_ x: Vector) throws -> Vector {
  x.map { tanh($0) }
}

func softmax(_ logits: Vector) throws -> Vector {
  // exp overflows beyond 709: keep well away from there.
  let safe = logits.map { min(max($0, -500), 500) }
  let e = safe.map { exp($0) }
  return e / e.sum
}
