// exercise: 01.3
// is: wrong
// cause: One row is used again for every token without clearing it, so that each row keeps the ones of all earlier tokens.
// named: ones? (of|from) (all |the )?earlier|never cleared|not cleared|pile|accumulat|stay|left standing|kept|remain
// swift-format-ignore-file

func oneHot(_ id: Int, size: Int) throws -> Vector {
  Vector((0..<size).map { $0 == id ? 1 : 0 })
}

func oneHot(_ ids: [Int], size: Int) throws -> Matrix {
  var matrix = Matrix(zeros: ids.count, size)
  var row = Vector(zeros: size)
  for (t, id) in ids.enumerated() {
    row[id] = 1
    for k in 0..<size {
      matrix[t, k] = row[k]
    }
  }
  return matrix
}
