// The products of a recurrent net: forward `W * x`, backward `W.transposed * d` without building the
// transpose, and the gradient `+= d ⊗ x`. A hidden size of 50 fits the first cache; the loops are
// written so that the compiler turns the inner one into vector instructions.

extension Matrix {
  /// Matrix by vector: `columns` elements in, `rows` elements out.
  public static func * (matrix: Matrix, vector: Vector) -> Vector {
    if matrix.columns != vector.count { mismatch(matrix.shape, (vector.count, 1)) }
    return Vector(
      Array(unsafeUninitializedCapacity: matrix.rows) { result, count in
        matrix.storage.withUnsafeBufferPointer { m in
          vector.storage.withUnsafeBufferPointer { v in
            for row in 0..<matrix.rows {
              result[row] = dot(m, row * matrix.columns, v, matrix.columns)
            }
          }
        }
        count = matrix.rows
      })
  }

  /// Matrix by matrix.
  public static func * (a: Matrix, b: Matrix) -> Matrix {
    if a.columns != b.rows { mismatch(a.shape, b.shape) }
    var result = Matrix(zeros: a.rows, b.columns)
    for i in 0..<a.rows {
      for k in 0..<a.columns {
        let factor = a.storage[i * a.columns + k]
        for j in 0..<b.columns {
          result.storage[i * b.columns + j] += factor * b.storage[k * b.columns + j]
        }
      }
    }
    return result
  }

  /// `W.transposed * d` without building the transpose: `rows` elements in, `columns` out.
  public func transposedProduct(_ vector: Vector) -> Vector {
    if rows != vector.count { mismatch((columns, rows), (vector.count, 1)) }
    var result = Vector(zeros: columns)
    result.storage.withUnsafeMutableBufferPointer { r in
      storage.withUnsafeBufferPointer { m in
        for row in 0..<rows {
          let factor = vector.storage[row]
          let start = row * columns
          for column in 0..<columns { r[column] += factor * m[start + column] }
        }
      }
    }
    return result
  }

  /// Adds the outer product: element (i, j) grows by aᵢbⱼ.
  ///
  /// This is how a weight's gradient sums over time.
  public mutating func addOuter(_ a: Vector, _ b: Vector) {
    if rows != a.count || columns != b.count { differ("outer product", shape, (a.count, b.count)) }
    let columns = columns
    storage.withUnsafeMutableBufferPointer { m in
      b.storage.withUnsafeBufferPointer { b in
        for row in 0..<a.count {
          let factor = a.storage[row]
          let start = row * columns
          for column in 0..<columns { m[start + column] += factor * b[column] }
        }
      }
    }
  }
}

/// Four running sums, so that additions do not wait for each other.
@inline(__always)
private func dot(
  _ m: UnsafeBufferPointer<Double>, _ start: Int, _ v: UnsafeBufferPointer<Double>, _ count: Int
) -> Double {
  var sums = SIMD4<Double>.zero
  var j = 0
  while j + 4 <= count {
    let k = start + j
    sums.addProduct(
      SIMD4(m[k], m[k + 1], m[k + 2], m[k + 3]), SIMD4(v[j], v[j + 1], v[j + 2], v[j + 3]))
    j += 4
  }
  var sum = sums.sum()
  while j < count {
    sum += m[start + j] * v[j]
    j += 1
  }
  return sum
}
