// exercise: 02.2
// is: right
// cause: The sigmoid by the tanh of the half, the softmax through the logarithm of the sum.
// swift-format-ignore-file

func sigmoid(_ x: Vector) throws -> Vector {
  x.map { 0.5 * (1 + tanh(0.5 * $0)) }
}

func tanh(_ x: Vector) throws -> Vector {
  var y = Vector(zeros: x.count)
  for i in 0..<x.count { y[i] = tanh(x[i]) }
  return y
}

func softmax(_ logits: Vector) throws -> Vector {
  let shift = logits.reduce(-Double.infinity) { max($0, $1) }
  var z = 0.0
  for l in logits { z += exp(l - shift) }
  let logZ = log(z) + shift
  return logits.map { exp($0 - logZ) }
}
