// exercise: 01.3
// is: wrong
// cause: The matrix is built from its rows, so that an empty sequence gives a matrix of 0 × 0 instead of 0 × V.
// named: without a width|lost its number of columns|empty|no tokens|0 ×|nothing
// named: without a width|lost its number of columns|shape|columns|0 × 0|width|matrix
// swift-format-ignore-file

func oneHot(_ id: Int, size: Int) throws -> Vector {
  Vector((0..<size).map { $0 == id ? 1.0 : 0.0 })
}

func oneHot(_ ids: [Int], size: Int) throws -> Matrix {
  let rows: [Vector] = try ids.map { try oneHot($0, size: size) }
  return Matrix(rows: rows)
}
