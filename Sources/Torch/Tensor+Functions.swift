import CTorch

extension Tensor {
  public func exp() throws -> Tensor { try result(of: "exp", self, ctorch_exp) }
  /// The natural logarithm.
  public func log() throws -> Tensor { try result(of: "log", self, ctorch_log) }
  public func sqrt() throws -> Tensor { try result(of: "sqrt", self, ctorch_sqrt) }
  public func abs() throws -> Tensor { try result(of: "abs", self, ctorch_abs) }
  public func tanh() throws -> Tensor { try result(of: "tanh", self, ctorch_tanh) }
  public func sigmoid() throws -> Tensor { try result(of: "sigmoid", self, ctorch_sigmoid) }
  public func relu() throws -> Tensor { try result(of: "relu", self, ctorch_relu) }

  /// Exponentials that sum to 1 along a dimension.
  public func softmax(dim: Int) throws -> Tensor {
    try result(of: "softmax", self) { ctorch_softmax($0, dim, $1) }
  }

  /// log softmax, without the overflow that the two in turn may have.
  public func logSoftmax(dim: Int) throws -> Tensor {
    try result(of: "logSoftmax", self) { ctorch_log_softmax($0, dim, $1) }
  }

  /// The same numbers in another type; `self` where it has that type already, as in PyTorch.
  public func to(_ dtype: DType) throws -> Tensor {
    try result(of: "to", self) { ctorch_to($0, dtype.code, $1) }
  }
}

/// One row of zeros with a single 1 per id.
///
/// - Parameters:
///   - ids: int64, any shape.
///   - classes: how long a row is.
///   - dtype: PyTorch's `one_hot` gives int64; here floats, because a network's input is what they
///     are for.
/// - Returns: the shape of `ids`, then `classes`.
/// - Throws: ``TorchError`` when an id is not in `0..<classes`.
public func oneHot(_ ids: Tensor, classes: Int, dtype: DType = .float64) throws -> Tensor {
  try result(of: "oneHot", ids) { ctorch_one_hot($0, classes, dtype.code, $1) }
}

/// One row of zeros with a single 1 per id: T ids give T × `classes`.
public func oneHot(_ ids: [Int], classes: Int, dtype: DType = .float64) throws -> Tensor {
  try oneHot(Tensor(ids), classes: classes, dtype: dtype)
}
