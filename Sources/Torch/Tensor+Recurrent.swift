public import Recurrent

// Between the framework's tensors and the course's own matrices and vectors, which are values.

extension Tensor {
  /// A copy of a matrix, rows × columns.
  public convenience init(
    _ matrix: Matrix, dtype: DType = .float64, requiresGrad: Bool = false
  ) throws {
    try self.init(
      matrix.elements, shape: [matrix.rows, matrix.columns], dtype: dtype,
      requiresGrad: requiresGrad)
  }

  /// A copy of a vector, of one dimension.
  public convenience init(
    _ vector: Vector, dtype: DType = .float64, requiresGrad: Bool = false
  ) throws {
    try self.init(
      Array(vector), shape: [vector.count], dtype: dtype, requiresGrad: requiresGrad)
  }
}

extension Matrix {
  /// A copy of a tensor of two dimensions.
  ///
  /// - Throws: `TorchError` for another number of dimensions.
  public init(_ tensor: Tensor) throws {
    let shape = tensor.shape
    guard shape.count == 2 else {
      throw TorchError("a matrix has two dimensions, this tensor has the shape \(shape)")
    }
    self.init(shape[0], shape[1], try tensor.values())
  }
}

extension Vector {
  /// A copy of a tensor of one dimension.
  ///
  /// - Throws: `TorchError` for another number of dimensions.
  public init(_ tensor: Tensor) throws {
    let shape = tensor.shape
    guard shape.count == 1 else {
      throw TorchError("a vector has one dimension, this tensor has the shape \(shape)")
    }
    self.init(try tensor.values())
  }
}
