import CTorch

// All of these but `cat` and `stack` are views: the numbers are shared with the original, and a
// gradient flows through.

extension Tensor {
  /// Two dimensions exchanged.
  public func transpose(_ first: Int, _ second: Int) throws -> Tensor {
    try result(of: "transpose", self) { ctorch_transpose($0, first, second, $1) }
  }

  /// The transposed matrix.
  ///
  /// - Throws: ``TorchError`` when there are more than two dimensions.
  public var t: Tensor {
    get throws { try result(of: "t", self, ctorch_t) }
  }

  /// The same elements, row-major, in another shape; one size may be -1 and follows from the others.
  public func reshape(_ shape: [Int]) throws -> Tensor {
    try result(of: "reshape", self) { ctorch_reshape($0, shape, shape.count, $1) }
  }

  /// A dimension of size 1 put in before `dim`.
  public func unsqueeze(_ dim: Int) throws -> Tensor {
    try result(of: "unsqueeze", self) { ctorch_unsqueeze($0, dim, $1) }
  }

  /// All dimensions of size 1 left out.
  public func squeeze() throws -> Tensor { try result(of: "squeeze", self, ctorch_squeeze) }

  /// The dimension left out if it is of size 1; as it was otherwise.
  public func squeeze(_ dim: Int) throws -> Tensor {
    try result(of: "squeeze", self) { ctorch_squeeze_along($0, dim, $1) }
  }

  /// `length` places of a dimension from `start` on.
  public func narrow(dim: Int, start: Int, length: Int) throws -> Tensor {
    try result(of: "narrow", self) { ctorch_narrow($0, dim, start, length, $1) }
  }

  /// One place of a dimension, which goes.
  public func select(dim: Int, index: Int) throws -> Tensor {
    try result(of: "select", self) { ctorch_select($0, dim, index, $1) }
  }

  /// One place of the first dimension; -1 is the last: `try output[-1]`.
  public subscript(index: Int) -> Tensor {
    get throws { try select(dim: 0, index: index) }
  }

  /// Equal parts along a dimension; the last is shorter, and parts may be missing, when the division
  /// leaves a rest.
  public func chunk(_ chunks: Int, dim: Int = 0) throws -> [Tensor] {
    // No more parts than the dimension has places, and at least room for one.
    let capacity = Swift.max(1, Swift.min(chunks, shape.max() ?? 1))
    var parts = [Handle?](repeating: nil, count: capacity)
    var count = 0
    try check("chunk", ctorch_chunk(handle, chunks, dim, &parts, capacity, &count))
    return parts.prefix(count).compactMap { $0.map(Tensor.init(owning:)) }
  }
}

/// Tensors joined along a dimension that they have: T₁ × I and T₂ × I give (T₁ + T₂) × I.
public func cat(_ tensors: [Tensor], dim: Int = 0) throws -> Tensor {
  try result(of: "cat", tensors) { ctorch_cat($0, $1, dim, $2) }
}

/// Tensors of one shape joined along a new dimension: T vectors of I give T × I.
public func stack(_ tensors: [Tensor], dim: Int = 0) throws -> Tensor {
  try result(of: "stack", tensors) { ctorch_stack($0, $1, dim, $2) }
}
