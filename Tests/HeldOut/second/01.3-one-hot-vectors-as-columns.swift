// exercise: 01.3
// is: wrong
// cause: The matrix of a sequence holds one column per token (V × T) instead of one row.
// named: transpos|column|V × T|rows and columns|row
// named: transpos|column per token|one column|as columns|in (the )?columns|V × T|swapped|exchang|changed places|other way|wrong way|turned
// swift-format-ignore-file

func oneHot(_ id: Int, size: Int) throws -> Vector {
  Vector((0..<size).map { $0 == id ? 1.0 : 0.0 })
}

func oneHot(_ ids: [Int], size: Int) throws -> Matrix {
  // stack the column vectors next to each other
  let xs: [Vector] = try ids.map { id in try oneHot(id, size: size) }
  return Matrix(columns: xs)
}
