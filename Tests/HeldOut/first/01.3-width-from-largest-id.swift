// exercise: 01.3
// is: wrong
// cause: The matrix has as many columns as the largest token of the sequence demands (max + 1), not V columns.
// named: column|width|shape|wide|size
// named: largest|max|highest|occurr|seen|too few|too narrow|narrower|present|instead of V|not V|vocabulary
// swift-format-ignore-file

func oneHot(_ id: Int, size: Int) throws -> Vector {
  Vector((0..<size).map { $0 == id ? 1.0 : 0.0 })
}

func oneHot(_ ids: [Int], size: Int) throws -> Matrix {
  // num_classes is inferred from the data
  let numClasses = ids.max().map { $0 + 1 } ?? size
  let flat = ids.flatMap { id in (0..<numClasses).map { $0 == id ? 1.0 : 0.0 } }
  return Matrix(ids.count, numClasses, flat)
}
