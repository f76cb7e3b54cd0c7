/// A table of numbers, rows × columns, row-major, Float64.
///
/// A weight matrix multiplies from the left, `y = W * x`, and has the shape outputs × inputs.
public struct Matrix: Sendable, Equatable {
  public let rows: Int
  public let columns: Int
  @usableFromInline var storage: [Double]

  /// All zeros.
  @inlinable public init(zeros rows: Int, _ columns: Int) {
    self.rows = rows
    self.columns = columns
    storage = Array(repeating: 0, count: rows * columns)
  }

  /// - Parameter elements: row by row, `rows * columns` of them.
  public init(_ rows: Int, _ columns: Int, _ elements: [Double]) {
    if elements.count != rows * columns {
      fatalError(
        "a matrix of \(rows) × \(columns) needs \(rows * columns) numbers, not \(elements.count)")
    }
    self.rows = rows
    self.columns = columns
    storage = elements
  }

  /// One vector per row; all of one length.
  public init(rows vectors: [Vector]) {
    let columns = vectors.first?.count ?? 0
    for row in vectors where row.count != columns { differ("rows", columns, row.count) }
    self.init(vectors.count, columns, vectors.flatMap(\.storage))
  }

  /// The element in a row and a column, both from 0.
  @inlinable public subscript(row: Int, column: Int) -> Double {
    get {
      check(row, column)
      return storage[row * columns + column]
    }
    set {
      check(row, column)
      storage[row * columns + column] = newValue
    }
  }

  @inlinable func check(_ row: Int, _ column: Int) {
    if row < 0 || row >= rows || column < 0 || column >= columns {
      outside(row, column, rows, columns)
    }
  }

  /// The elements, row by row.
  public var elements: [Double] { storage }

  public func row(_ row: Int) -> Vector {
    if row < 0 || row >= rows { outside(row, 0, rows, columns) }
    return Vector(Array(storage[row * columns..<(row + 1) * columns]))
  }

  /// `U.column(k)` is `U * x` for the one-hot vector x of token k.
  public func column(_ column: Int) -> Vector {
    if column < 0 || column >= columns { outside(0, column, rows, columns) }
    return Vector((0..<rows).map { storage[$0 * columns + column] })
  }

  public var transposed: Matrix {
    var result = Matrix(zeros: columns, rows)
    for i in 0..<rows {
      for j in 0..<columns { result.storage[j * rows + i] = storage[i * columns + j] }
    }
    return result
  }

  public static func identity(_ size: Int) -> Matrix {
    var result = Matrix(zeros: size, size)
    for i in 0..<size { result.storage[i * size + i] = 1 }
    return result
  }
}

extension Matrix: Codable {
  private enum Key: String, CodingKey { case shape, data }

  /// The golden files' form: `{"shape": [2, 3], "data": [row by row]}`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let shape = try container.decode([Int].self, forKey: .shape)
    let data = try container.decode([Double].self, forKey: .data)
    guard shape.count == 2, shape.allSatisfy({ $0 >= 0 }),
      !shape[0].multipliedReportingOverflow(by: shape[1]).overflow,
      shape[0] * shape[1] == data.count
    else {
      throw DecodingError.dataCorruptedError(
        forKey: .shape, in: container,
        debugDescription: "a matrix of shape \(shape) does not have \(data.count) elements")
    }
    self.init(shape[0], shape[1], data)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode([rows, columns], forKey: .shape)
    try container.encode(storage, forKey: .data)
  }
}

extension Matrix: CustomStringConvertible {
  public var description: String {
    (0..<rows).map { row($0).description }.joined(separator: "\n")
  }
}

// MARK: - Arithmetic, element by element

extension Matrix {
  @inlinable public static func + (a: Matrix, b: Matrix) -> Matrix {
    var result = a
    result += b
    return result
  }

  @inlinable public static func - (a: Matrix, b: Matrix) -> Matrix {
    var result = a
    result -= b
    return result
  }

  @inlinable public static func * (a: Double, b: Matrix) -> Matrix {
    var result = b
    result *= a
    return result
  }

  @inlinable public static func * (a: Matrix, b: Double) -> Matrix { b * a }

  @inlinable public static func += (a: inout Matrix, b: Matrix) {
    if a.rows != b.rows || a.columns != b.columns { differ("sum", a.shape, b.shape) }
    for i in a.storage.indices { a.storage[i] += b.storage[i] }
  }

  @inlinable public static func -= (a: inout Matrix, b: Matrix) {
    if a.rows != b.rows || a.columns != b.columns { differ("difference", a.shape, b.shape) }
    for i in a.storage.indices { a.storage[i] -= b.storage[i] }
  }

  @inlinable public static func *= (a: inout Matrix, b: Double) {
    for i in a.storage.indices { a.storage[i] *= b }
  }

  @usableFromInline var shape: (Int, Int) { (rows, columns) }

  /// Each element through `function`.
  @inlinable public func map(_ function: (Double) throws -> Double) rethrows -> Matrix {
    Matrix(rows, columns, try storage.map(function))
  }

  /// Σᵢⱼ aᵢⱼ².
  public var sumOfSquares: Double {
    var sum = 0.0
    for value in storage { sum += value * value }
    return sum
  }
}
