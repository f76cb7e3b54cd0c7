// The products of a recurrent net: forward `W * x`, backward `W.transposed * d` without building the
// transpose, and the gradient `+= d ⊗ x`. A hidden size of 50 fits the first cache.

extension Matrix {
  /// Matrix by vector: `columns` elements in, `rows` elements out.
  public static func * (matrix: Matrix, vector: Vector) -> Vector {
    if matrix.columns != vector.count { mismatch(matrix.shape, (vector.count, 1)) }
    return Vector(
      Array(unsafeUninitializedCapacity: matrix.rows) { result, count in
        count = matrix.rows
        matrix.storage.withUnsafeBufferPointer { m in
          vector.storage.withUnsafeBufferPointer { v in
            for row in 0..<matrix.rows {
              result.initializeElement(at: row, to: dot(m, row * matrix.columns, v))
            }
          }
        }
      })
  }

  /// Matrix by matrix.
  public static func * (a: Matrix, b: Matrix) -> Matrix {
    if a.columns != b.rows { mismatch(a.shape, b.shape) }
    // A block of eight columns would do seven for nothing.
    if b.columns == 1 { return Matrix(column: a * Vector(b.storage)) }
    var result = Matrix(zeros: a.rows, b.columns)
    result.addProduct(a, b, strides: (a.columns, 1))
    return result
  }

  /// `W.transposed * d` without building the transpose: `rows` elements in, `columns` out.
  public func transposedProduct(_ vector: Vector) -> Vector {
    if rows != vector.count { mismatch((columns, rows), (vector.count, 1)) }
    var result = Vector(zeros: columns)
    result.storage.withUnsafeMutableBufferPointer { r in
      storage.withUnsafeBufferPointer { m in
        for row in 0..<rows {
          let elements = UnsafeBufferPointer(rebasing: m[row * columns..<(row + 1) * columns])
          add(vector.storage[row], elements, to: r, 0)
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
        for row in 0..<a.count { add(a.storage[row], b, to: m, row * columns) }
      }
    }
  }
}

// Four numbers at a time, by hand: an addition of indices that may trap keeps the compiler from doing
// it by itself.

/// Σⱼ m[start + j]v[j], in four running sums that do not wait for each other.
@inline(__always)
private func dot(
  _ m: UnsafeBufferPointer<Double>, _ start: Int, _ v: UnsafeBufferPointer<Double>
) -> Double {
  guard let m = UnsafeRawPointer(m.baseAddress?.advanced(by: start)),
    let x = UnsafeRawPointer(v.baseAddress)
  else { return 0 }
  let bytes = v.count &* 8
  var (even, odd) = (SIMD4<Double>.zero, SIMD4<Double>.zero)
  var at = 0
  while at &+ 64 <= bytes {
    even += load(m, at) * load(x, at)
    odd += load(m, at &+ 32) * load(x, at &+ 32)
    at &+= 64
  }
  var sum = (even + odd).sum()
  while at < bytes {
    sum +=
      m.load(fromByteOffset: at, as: Double.self) * x.load(fromByteOffset: at, as: Double.self)
    at &+= 8
  }
  return sum
}

/// to[start + j] += factor · x[j].
@inline(__always)
private func add(
  _ factor: Double, _ x: UnsafeBufferPointer<Double>, to result: UnsafeMutableBufferPointer<Double>,
  _ start: Int
) {
  guard let r = UnsafeMutableRawPointer(result.baseAddress?.advanced(by: start)),
    let source = UnsafeRawPointer(x.baseAddress)
  else { return }
  let bytes = x.count &* 8
  let factors = SIMD4<Double>(repeating: factor)
  var at = 0
  while at &+ 32 <= bytes {
    let sum = load(UnsafeRawPointer(r), at) + factors * load(source, at)
    r.storeBytes(of: sum, toByteOffset: at, as: SIMD4<Double>.self)
    at &+= 32
  }
  while at < bytes {
    let sum =
      r.load(fromByteOffset: at, as: Double.self)
      + factor * source.load(fromByteOffset: at, as: Double.self)
    r.storeBytes(of: sum, toByteOffset: at, as: Double.self)
    at &+= 8
  }
}

@inline(__always)
private func load(_ pointer: UnsafeRawPointer, _ offset: Int) -> SIMD4<Double> {
  pointer.loadUnaligned(fromByteOffset: offset, as: SIMD4<Double>.self)
}
