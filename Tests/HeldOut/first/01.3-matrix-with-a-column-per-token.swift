// exercise: 01.3
// is: wrong
// cause: The matrix has one column per token (V × T) instead of one row per token.
// named: transpos|V ?(×|x|by) ?T|column per token|columns? (for|instead)|one column|token per column|rows and columns|axes|turned on its side|time runs (along|over|in) the columns
// swift-format-ignore-file

func oneHot(_ id: Int, size: Int) throws -> Vector {
  Vector((0..<size).map { $0 == id ? 1.0 : 0.0 })
}

func oneHot(_ ids: [Int], size: Int) throws -> Matrix {
  // as in the lesson's picture: time from left to right, words from top to bottom
  var X = Matrix(zeros: size, ids.count)
  for t in 0..<ids.count {
    X[ids[t], t] = 1
  }
  return X
}
