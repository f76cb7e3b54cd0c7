// A batch keeps one sequence per column. Here is what is done to all columns at once.

extension Matrix {
  /// One vector per column; all of one length.
  public init(columns vectors: [Vector]) { self = Matrix(rows: vectors).transposed }

  /// Column `ids[b]` of `self` as column b: `U.selecting(columns: tokens)` is U times the one-hot
  /// vectors of all the tokens.
  ///
  /// - Returns: rows × `ids.count`.
  public func selecting(columns ids: [Int]) -> Matrix {
    for id in ids where id < 0 || id >= columns { outside(0, id, rows, columns) }
    var result = Matrix(zeros: rows, ids.count)
    result.storage.withUnsafeMutableBufferPointer { result in
      storage.withUnsafeBufferPointer { source in
        var (to, from) = (0, 0)
        for _ in 0..<rows {
          for b in 0..<ids.count { result[to &+ b] = source[from &+ ids[b]] }
          to &+= ids.count
          from &+= columns
        }
      }
    }
    return result
  }

  /// Adds column b of `matrix` to column `ids[b]` of `self`; an id that occurs twice gets both.
  ///
  /// This is how the gradient of ``selecting(columns:)`` goes back.
  public mutating func addColumns(_ matrix: Matrix, at ids: [Int]) {
    if matrix.rows != rows || matrix.columns != ids.count {
      differ("sum", (rows, ids.count), matrix.shape)
    }
    for id in ids where id < 0 || id >= columns { outside(0, id, rows, columns) }
    let (rows, columns) = (rows, columns)
    storage.withUnsafeMutableBufferPointer { result in
      matrix.storage.withUnsafeBufferPointer { source in
        var (to, from) = (0, 0)
        for _ in 0..<rows {
          for b in 0..<ids.count { result[to &+ ids[b]] += source[from &+ b] }
          to &+= columns
          from &+= ids.count
        }
      }
    }
  }

  /// `vector` added to every column: a bias.
  ///
  /// - Parameter vector: `rows` elements.
  public func adding(toColumns vector: Vector) -> Matrix {
    if vector.count != rows { differ("sum of a column", rows, vector.count) }
    var result = self
    result.forEachRow { i, row in
      let addend = vector.storage[i]
      for b in row.indices { row[b] += addend }
    }
    return result
  }

  /// The sum of all columns, `rows` elements: the gradient of a bias.
  public var sumOfColumns: Vector {
    Vector((0..<rows).map { i in storage[i * columns..<(i + 1) * columns].reduce(0, +) })
  }

  /// Column b times `factors[b]`: a row of a mask as factors leaves out what is padding.
  ///
  /// - Parameter factors: `columns` elements.
  public func scaling(columns factors: Vector) -> Matrix {
    if factors.count != columns { differ("scaling of columns", columns, factors.count) }
    var result = self
    factors.storage.withUnsafeBufferPointer { factors in
      result.forEachRow { _, row in
        for b in row.indices { row[b] *= factors[b] }
      }
    }
    return result
  }

  /// The Hadamard product, element by element; `*` is the matrix product.
  public func hadamard(_ other: Matrix) -> Matrix {
    if shape != other.shape { differ("Hadamard product", shape, other.shape) }
    var result = self
    for i in result.storage.indices { result.storage[i] *= other.storage[i] }
    return result
  }

  /// `W.transposed * d` for all columns of `d`: `rows` × B in, `columns` × B out.
  public func transposedProduct(_ matrix: Matrix) -> Matrix {
    if rows != matrix.rows { mismatch((columns, rows), matrix.shape) }
    if matrix.columns == 1 {
      return Matrix(column: transposedProduct(Vector(matrix.storage)))
    }
    var result = Matrix(zeros: columns, matrix.columns)
    result.addProduct(self, matrix, strides: (1, columns))
    return result
  }

  /// Adds Σ_b a_b ⊗ c_b, the outer products of the columns of two matrices: `a * c.transposed`.
  ///
  /// This is how a weight's gradient sums over a batch, and from call to call over time.
  ///
  /// - Parameters:
  ///   - a: `rows` × B.
  ///   - c: `columns` × B.
  public mutating func addOuter(_ a: Matrix, _ c: Matrix) {
    if rows != a.rows || columns != c.rows || a.columns != c.columns {
      differ("outer product", (a.rows, c.rows), (rows, columns))
    }
    addProduct(a, c.transposed, strides: (a.columns, 1))
  }

  /// Changes the rows in place, one after another.
  private mutating func forEachRow(
    _ body: (_ row: Int, inout UnsafeMutableBufferPointer<Double>) -> Void
  ) {
    let (rows, columns) = (rows, columns)
    storage.withUnsafeMutableBufferPointer { numbers in
      for i in 0..<rows {
        var row = UnsafeMutableBufferPointer(rebasing: numbers[i * columns..<(i + 1) * columns])
        body(i, &row)
      }
    }
  }
}
