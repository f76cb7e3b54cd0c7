public import Recurrent

extension Tensor {
  /// Copies a matrix: rows × columns.
  public convenience init(
    _ matrix: Matrix, dtype: DType = .float64, requiresGrad: Bool = false
  ) throws {
    try self.init(
      matrix.elements, shape: [matrix.rows, matrix.columns], dtype: dtype,
      requiresGrad: requiresGrad)
  }

  /// Copies a vector: one dimension.
  public convenience init(
    _ vector: Vector, dtype: DType = .float64, requiresGrad: Bool = false
  ) throws {
    try self.init(
      Array(vector), shape: [vector.count], dtype: dtype, requiresGrad: requiresGrad)
  }
}

extension Matrix {
  /// Copies a tensor of two dimensions.
  ///
  /// - Throws: ``TorchError`` for any other number of dimensions.
  public init(_ tensor: Tensor) throws {
    let shape = tensor.shape
    guard shape.count == 2 else {
      throw TorchError(
        operation: "Matrix", message: "expected a tensor of 2 dimensions, got shape \(shape)")
    }
    self.init(shape[0], shape[1], try tensor.values())
  }
}

extension Vector {
  /// Copies a tensor of one dimension.
  ///
  /// - Throws: ``TorchError`` for any other number of dimensions.
  public init(_ tensor: Tensor) throws {
    let shape = tensor.shape
    guard shape.count == 1 else {
      throw TorchError(
        operation: "Vector", message: "expected a tensor of 1 dimension, got shape \(shape)")
    }
    self.init(try tensor.values())
  }
}
