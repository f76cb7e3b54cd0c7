// exercise: 02.2
// is: wrong
// cause: The softmax is shifted by the largest absolute value instead of the largest logit, so that with only very negative logits all exponentials are zero and the result is NaN.
// named: softmax|logits
// named: absolute|magnitude|largest logit|maximum|shift|negative|NaN|underflow|overflow
// swift-format-ignore-file

func sigmoid(_ x: Vector) throws -> Vector {
  x.map { v in v > 0 ? 1 / (1 + exp(-v)) : exp(v) / (1 + exp(v)) }
}

func tanh(_ x: Vector) throws -> Vector {
  var out = x
  for k in x.indices { out[k] = tanh(x[k]) }
  return out
}

func softmax(_ logits: Vector) throws -> Vector {
  var m = 0.0
  for v in logits where abs(v) > m { m = abs(v) }
  var total = 0.0
  var p = Vector(zeros: logits.count)
  for k in logits.indices {
    p[k] = exp(logits[k] - m)
    total += p[k]
  }
  return p / total
}
