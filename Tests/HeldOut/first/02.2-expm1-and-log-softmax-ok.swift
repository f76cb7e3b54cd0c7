// exercise: 02.2
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func sigmoid(_ x: Vector) throws -> Vector {
  // e^min(x,0) / (e^min(x,0) + e^min(−x,0)): one formula for both signs
  x.map { v in
    let up = exp(min(v, 0)), down = exp(min(-v, 0))
    return up / (up + down)
  }
}

func tanh(_ x: Vector) throws -> Vector {
  x.map { v in
    let m = expm1(-2 * abs(v))
    let t = -m / (m + 2)
    return v < 0 ? -t : t
  }
}

func softmax(_ logits: Vector) throws -> Vector {
  // by the logarithm of the partition sum
  var m = logits[0]
  for o in logits.dropFirst() where o > m { m = o }
  let logZ = m + log(logits.reduce(0.0) { $0 + exp($1 - m) })
  return Vector(logits.lazy.map { exp($0 - logZ) })
}
