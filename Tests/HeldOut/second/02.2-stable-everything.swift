// exercise: 02.2
// is: wrong
// cause: Softmax shifts by the largest absolute value of the logits instead of the largest logit; with large negative logits all exponentials underflow and 0/0 is NaN.
// named: softmax|exponentials
// named: absolute|magnitude|\babs|underflow|\bNaN\b|0 ?/ ?0|shift|very negative|large negative
// swift-format-ignore-file

private func stableLogistic(_ v: Double) -> Double {
  if v < 0 {
    let z = exp(v)
    return z / (1 + z)
  }
  return 1 / (1 + exp(-v))
}

func sigmoid(_ x: Vector) throws -> Vector {
  x.map(stableLogistic)
}

func tanh(_ x: Vector) throws -> Vector {
  var y = x
  for k in y.indices {
    let value: Double = x[k]
    y[k] = tanh(value)
  }
  return y
}

func softmax(_ logits: Vector) throws -> Vector {
  // as large as any of them can be: nothing overflows any more
  var bound = 0.0
  for l in logits { bound = max(bound, abs(l)) }
  var e = logits
  var total = 0.0
  for k in e.indices {
    e[k] = exp(logits[k] - bound)
    total += e[k]
  }
  return e / total
}
