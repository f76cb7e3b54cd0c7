// exercise: 01.3
// is: wrong
// cause: One vector is reused for all rows without being cleared, so each row also holds the ones of all earlier tokens.
// named: earlier|previous|before it|preced|so far|all tokens up to|up to (it|that|then|there|the)|cumulat|accumulat|running
// named: row|token|ones?\b|clear|reset|kept|keep|remain|reuse
// swift-format-ignore-file

func oneHot(_ id: Int, size: Int) throws -> Vector {
  var v = Vector(zeros: size)
  v[id] = 1.0
  return v
}

func oneHot(_ ids: [Int], size: Int) throws -> Matrix {
  var row = Vector(zeros: size)
  var elements: [Double] = []
  for id in ids {
    row[id] = 1.0
    elements.append(contentsOf: row)
  }
  return Matrix(ids.count, size, elements)
}
