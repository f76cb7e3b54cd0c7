// exercise: 01.3
// is: wrong
// cause: The matrix of a sequence is V × T, one column per token, instead of T × V with one row per token.
// named: token per column|V × T|transposed
// swift-format-ignore-file

func oneHot(_ id: Int, size: Int) throws -> Vector {
  var v = Vector(zeros: size)
  v[id] = 1.0
  return v
}

func oneHot(_ ids: [Int], size: Int) throws -> Matrix {
  // every token is a column vector
  var m = Matrix(zeros: size, ids.count)
  for t in 0..<ids.count {
    m[ids[t], t] = 1.0
  }
  return m
}
