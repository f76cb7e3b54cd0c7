// exercise: 02.2
// is: wrong
// cause: The softmax takes exponentials of the logits without subtracting the largest, so large logits overflow.
// named: not shifted|without (the |a )?shift|overflow
// swift-format-ignore-file

func sigmoid(_ x: Vector) throws -> Vector {
  x.map { $0 > 0 ? 1 / (1 + exp(-$0)) : exp($0) / (1 + exp($0)) }
}

func tanh(_ x: Vector) throws -> Vector {
  x.map { tanh($0) }
}

func softmax(_ logits: Vector) throws -> Vector {
  let e = logits.map { exp($0) }
  return e / e.sum
}
