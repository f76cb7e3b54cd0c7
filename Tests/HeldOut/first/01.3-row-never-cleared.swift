// exercise: 01.3
// is: wrong
// cause: One buffer row is reused for all tokens and never cleared, so that ones of earlier tokens stay in later rows.
// named: earlier|accumul|clear|remain|stay|previous
// swift-format-ignore-file

func oneHot(_ id: Int, size: Int) throws -> Vector {
  return Vector((0..<size).map { $0 == id ? 1.0 : 0.0 })
}

func oneHot(_ ids: [Int], size: Int) throws -> Matrix {
  var buffer = Vector(zeros: size)
  var X = Matrix(zeros: ids.count, size)
  for t in 0..<ids.count {
    buffer[ids[t]] = 1
    for v in 0..<size { X[t, v] = buffer[v] }
  }
  return X
}
