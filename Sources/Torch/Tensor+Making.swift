import CTorch

extension Tensor {
  /// A tensor of given numbers.
  ///
  /// - Parameter values: the last index fastest: row by row for a matrix.
  /// - Parameter requiresGrad: whether `backward()` leaves a gradient here, as for a parameter.
  /// - Throws: `TorchError` when `values` does not fill `shape`.
  public convenience init(
    _ values: [Double], shape: [Int], dtype: DType = .float64, requiresGrad: Bool = false
  ) throws {
    let sizes = shape.map { Int64($0) }
    let handle = try Tensor.handle {
      ctorch_from_doubles(
        values, Int64(values.count), sizes, Int64(sizes.count), dtype.code, $0)
    }
    self.init(handle)
    if requiresGrad { try self.requiresGrad(true) }
  }

  /// A vector of given numbers.
  public convenience init(
    _ values: [Double], dtype: DType = .float64, requiresGrad: Bool = false
  ) throws {
    try self.init(values, shape: [values.count], dtype: dtype, requiresGrad: requiresGrad)
  }

  /// A vector of token ids, `.int64`: what `crossEntropy` takes for targets.
  public convenience init(ids: [Int]) throws {
    let ids = ids.map { Int64($0) }
    self.init(try Tensor.handle { ctorch_from_ids(ids, Int64(ids.count), $0) })
  }

  public static func zeros(_ shape: [Int], dtype: DType = .float64) throws -> Tensor {
    try filled(ctorch_zeros, shape, dtype)
  }

  public static func ones(_ shape: [Int], dtype: DType = .float64) throws -> Tensor {
    try filled(ctorch_ones, shape, dtype)
  }

  /// Draws from the normal distribution of mean 0 and deviation 1; see `manualSeed`.
  public static func randn(_ shape: [Int], dtype: DType = .float64) throws -> Tensor {
    try filled(ctorch_randn, shape, dtype)
  }

  /// Draws evenly between -`bound` and `bound`; see `manualSeed`.
  static func uniform(_ shape: [Int], bound: Double, dtype: DType) throws -> Tensor {
    let sizes = shape.map { Int64($0) }
    return try .made { ctorch_uniform(sizes, Int64(sizes.count), bound, dtype.code, $0) }
  }

  private static func filled(
    _ make: (
      UnsafePointer<Int64>?, Int64, Int32, UnsafeMutablePointer<OpaquePointer?>?
    ) -> Int32,
    _ shape: [Int], _ dtype: DType
  ) throws -> Tensor {
    let sizes = shape.map { Int64($0) }
    return try .made { make(sizes, Int64(sizes.count), dtype.code, $0) }
  }
}

/// One row per token, 1 in the token's column and 0 elsewhere.
///
/// - Parameter ids: T of them, each in `0..<classes`.
/// - Returns: T × `classes`.
/// - Throws: `TorchError` for an id out of range.
public func oneHot(_ ids: [Int], classes: Int) throws -> Tensor {
  let ids = ids.map { Int64($0) }
  return try .made {
    ctorch_one_hot(ids, Int64(ids.count), Int64(classes), DType.float64.code, $0)
  }
}
