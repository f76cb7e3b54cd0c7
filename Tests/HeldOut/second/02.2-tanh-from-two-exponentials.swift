// exercise: 02.2
// is: wrong
// cause: The tanh is computed from two exponentials, which overflow for large elements and give NaN.
// named: two exponentials|overflow
// swift-format-ignore-file

func tanh(_ x: Vector) throws -> Vector {
  return x.map { v in
    (exp(v) - exp(-v)) / (exp(v) + exp(-v))
  }
}
