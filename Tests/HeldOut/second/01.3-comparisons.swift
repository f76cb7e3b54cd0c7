// exercise: 01.3
// is: right
// cause: Compares every place with the id; the matrix from the vectors.
// swift-format-ignore-file

func oneHot(_ id: Int, size: Int) throws -> Vector {
  var elements: [Double] = []
  for k in 0..<size { elements.append(k == id ? 1.0 : 0.0) }
  return Vector(elements)
}

func oneHot(_ ids: [Int], size: Int) throws -> Matrix {
  var flat = [Double](repeating: 0, count: ids.count * size)
  for t in 0..<ids.count { flat[t * size + ids[t]] = 1 }
  return Matrix(ids.count, size, flat)
}
