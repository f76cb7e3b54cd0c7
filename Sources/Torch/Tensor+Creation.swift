import CTorch

extension Tensor {
  /// Copies numbers into a tensor.
  ///
  /// - Parameters:
  ///   - elements: row-major, the last index fastest.
  ///   - shape: one dimension of `elements.count` unless given.
  ///   - requiresGrad: whether the tensor is a leaf that `backward()` computes a gradient for.
  /// - Throws: ``TorchError`` when the shape has another number of elements.
  public convenience init(
    _ elements: [Double], shape: [Int]? = nil, dtype: DType = .float64, requiresGrad: Bool = false
  ) throws {
    let shape = shape ?? [elements.count]
    try self.init(of: "Tensor", requiresGrad) {
      ctorch_from_doubles(elements, elements.count, shape, shape.count, dtype.code, $0)
    }
  }

  /// Copies whole numbers, token ids for instance, into an int64 tensor.
  public convenience init(_ ids: [Int], shape: [Int]? = nil) throws {
    let shape = shape ?? [ids.count]
    try self.init(of: "Tensor", false) {
      ctorch_from_integers(ids, ids.count, shape, shape.count, $0)
    }
  }

  /// Copies a table, row by row.
  ///
  /// - Throws: ``TorchError`` when the rows differ in length.
  public convenience init(
    _ rows: [[Double]], dtype: DType = .float64, requiresGrad: Bool = false
  ) throws {
    let columns = rows.first?.count ?? 0
    for row in rows where row.count != columns {
      throw TorchError(
        operation: "Tensor",
        message: "expected sequence of length \(columns) at dim 1 (got \(row.count))")
    }
    try self.init(
      rows.flatMap { $0 }, shape: [rows.count, columns], dtype: dtype, requiresGrad: requiresGrad)
  }

  /// A single number, of shape [].
  public convenience init(
    _ value: Double, dtype: DType = .float64, requiresGrad: Bool = false
  ) throws {
    try self.init([value], shape: [], dtype: dtype, requiresGrad: requiresGrad)
  }

  public static func zeros(
    _ shape: [Int], dtype: DType = .float64, requiresGrad: Bool = false
  ) throws -> Tensor {
    try full(shape, 0, dtype: dtype, requiresGrad: requiresGrad)
  }

  public static func ones(
    _ shape: [Int], dtype: DType = .float64, requiresGrad: Bool = false
  ) throws -> Tensor {
    try full(shape, 1, dtype: dtype, requiresGrad: requiresGrad)
  }

  public static func full(
    _ shape: [Int], _ value: Double, dtype: DType = .float64, requiresGrad: Bool = false
  ) throws -> Tensor {
    try Tensor(of: "full", requiresGrad) {
      ctorch_full(value, shape, shape.count, dtype.code, $0)
    }
  }

  /// Uniform in 0 ..< 1; see ``manualSeed(_:)``.
  public static func rand(
    _ shape: [Int], dtype: DType = .float64, requiresGrad: Bool = false
  ) throws -> Tensor {
    try Tensor(of: "rand", requiresGrad) { ctorch_rand(shape, shape.count, dtype.code, $0) }
  }

  /// Normal with mean 0 and variance 1; see ``manualSeed(_:)``.
  public static func randn(
    _ shape: [Int], dtype: DType = .float64, requiresGrad: Bool = false
  ) throws -> Tensor {
    try Tensor(of: "randn", requiresGrad) { ctorch_randn(shape, shape.count, dtype.code, $0) }
  }

  /// The whole numbers 0 ..< `end`, int64: token ids, positions.
  public static func arange(_ end: Int) throws -> Tensor {
    try result(of: "arange") { ctorch_arange(0, Double(end), 1, ctorch_int64, $0) }
  }

  /// The numbers from `start` in steps up to, but without, `end`.
  public static func arange(
    _ start: Double, _ end: Double, step: Double = 1, dtype: DType = .float64
  ) throws -> Tensor {
    try result(of: "arange") { ctorch_arange(start, end, step, dtype.code, $0) }
  }

  private convenience init(
    of operation: String, _ requiresGrad: Bool, _ call: (Result) -> ctorch_status
  ) throws {
    var made: Handle?
    try check(operation, call(&made))
    guard let made else { throw TorchError(operation: operation, message: "gave no tensor") }
    self.init(owning: made)
    if requiresGrad { try self.requiresGrad(true) }
  }
}
