// exercise: 02.2
// is: wrong
// cause: The softmax is shifted by the mean of the logits, not by their maximum, so that large logits still overflow.
// named: softmax
// named: overflow|NaN|maximum|largest|shift|mean|large
// swift-format-ignore-file

func sigmoid(_ x: Vector) throws -> Vector {
  var y = x
  for i in 0..<x.count {
    let e = exp(-abs(x[i]))
    if x[i] < 0 { y[i] = e / (1 + e) } else { y[i] = 1 / (1 + e) }
  }
  return y
}

func tanh(_ x: Vector) throws -> Vector {
  var y = x
  for i in 0..<x.count { y[i] = tanh(x[i]) }
  return y
}

func softmax(_ logits: Vector) throws -> Vector {
  let center = logits.sum / Double(logits.count)
  var y = logits
  var total = 0.0
  for i in 0..<y.count {
    y[i] = exp(logits[i] - center)
    total += y[i]
  }
  for i in 0..<y.count { y[i] /= total }
  return y
}
