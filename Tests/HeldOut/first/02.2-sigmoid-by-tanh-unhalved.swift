// exercise: 02.2
// is: wrong
// cause: The sigmoid is written by tanh as (1 + tanh x)/2 without halving x: it is sigma(2x), twice as steep.
// named: 2 ?x|twice|half|steep|x/2
// swift-format-ignore-file

func sigmoid(_ x: Vector) throws -> Vector {
  // sigma and tanh are the same curve up to scale
  let t = try tanh(x)
  return 0.5 * (1 + t)
}

func tanh(_ x: Vector) throws -> Vector {
  return x.map { (v: Double) -> Double in tanh(v) }
}

func softmax(_ logits: Vector) throws -> Vector {
  let m = logits.max()!
  var e = Vector(zeros: logits.count)
  for i in e.indices { e[i] = exp(logits[i] - m) }
  return e / e.sum
}
