// exercise: 02.2
// is: right
// cause: Sigmoid as (1 + tanh(x/2))/2, softmax as exp(x - logsumexp).
// swift-format-ignore-file

func sigmoid(_ x: Vector) throws -> Vector { 0.5 + 0.5 * (try tanh(x / 2)) }

func tanh(_ x: Vector) throws -> Vector {
  var y = Vector(zeros: x.count)
  for k in x.indices {
    let e = exp(-2 * abs(x[k]))
    let value = (1 - e) / (1 + e)
    y[k] = x[k] < 0 ? -value : value
  }
  return y
}

func softmax(_ logits: Vector) throws -> Vector {
  let m = logits.reduce(-Double.infinity) { max($0, $1) }
  let lse = m + log(logits.reduce(0) { $0 + exp($1 - m) })
  return logits.map { exp($0 - lse) }
}
