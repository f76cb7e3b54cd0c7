// exercise: 02.2
// is: wrong
// cause: The sigmoid is computed from |x| and not mirrored for negative x, so that σ(x) = σ(|x|).
// named: sigmoid|σ
// named: negative|mirror|\|x\||absolute|sign|below zero|symmetr|reflect
// swift-format-ignore-file

func sigmoid(_ x: Vector) throws -> Vector {
  // exp(-|x|) never overflows
  let e = x.map { exp(-abs($0)) }
  return e.map { 1 / (1 + $0) }
}

func tanh(_ x: Vector) throws -> Vector {
  x.map { tanh($0) }
}

func softmax(_ logits: Vector) throws -> Vector {
  var m = -Double.infinity
  for o in logits where o > m { m = o }
  let numerators = logits.map { exp($0 - m) }
  let denominator = numerators.reduce(0.0, +)
  return numerators.map { $0 / denominator }
}
