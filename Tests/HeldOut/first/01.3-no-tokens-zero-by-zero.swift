// exercise: 01.3
// is: wrong
// cause: An empty sequence gives a matrix of 0 × 0, because the width is taken from the first row, instead of 0 × V.
// named: empty|no tokens?|without (any )?tokens?|zero tokens|0 ×|no rows
// named: 0 × 0|0 x 0|0×0|column|width|shape|0 × V
// swift-format-ignore-file

func oneHot(_ id: Int, size: Int) throws -> Vector {
  var e = Vector(zeros: size)
  e[id] += 1
  return e
}

func oneHot(_ ids: [Int], size: Int) throws -> Matrix {
  let rows: [Vector] = try ids.map { id in try oneHot(id, size: size) }
  return Matrix(rows: rows)
}
