// exercise: 02.2
// is: wrong
// cause: For negative elements the sigmoid is that of |x|: the stable form's other branch is missing.
// named: sigmoid|σ
// named: negative|absolute|\|x\||sign|branch|magnitude|below (zero|0)|\babs\b
// swift-format-ignore-file

func sigmoid(_ x: Vector) throws -> Vector {
  var y = x
  for k in 0..<x.count {
    // exp of something ≤ 0 never overflows
    let e = exp(-abs(x[k]))
    y[k] = 1 / (1 + e)
  }
  return y
}

func tanh(_ x: Vector) throws -> Vector {
  var y = x
  for k in 0..<x.count { y[k] = tanh(x[k]) }
  return y
}

func softmax(_ logits: Vector) throws -> Vector {
  var top = logits[0]
  for v in logits where v > top { top = v }
  var total = 0.0
  var out = Vector(zeros: logits.count)
  for k in 0..<logits.count {
    out[k] = exp(logits[k] - top)
    total += out[k]
  }
  for k in 0..<logits.count { out[k] /= total }
  return out
}
