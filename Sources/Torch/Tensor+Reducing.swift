import CTorch

// What a dimension shrinks to. Dimensions count from 0, or from the end: -1 is the last.

extension Tensor {
  /// Σ of all elements, with an empty shape.
  public func sum() throws -> Tensor { try .made { ctorch_sum(handle, $0) } }

  /// Σ along one dimension.
  ///
  /// - Parameter keepDim: whether that dimension stays, with size 1.
  public func sum(dim: Int, keepDim: Bool = false) throws -> Tensor {
    try .made { ctorch_sum_dim(handle, Int64(dim), keepDim, $0) }
  }

  /// The mean of all elements, with an empty shape.
  public func mean() throws -> Tensor { try .made { ctorch_mean(handle, $0) } }

  /// The mean along one dimension.
  ///
  /// - Parameter keepDim: whether that dimension stays, with size 1.
  public func mean(dim: Int, keepDim: Bool = false) throws -> Tensor {
    try .made { ctorch_mean_dim(handle, Int64(dim), keepDim, $0) }
  }

  /// The place of the largest element along one dimension, `.int64`.
  public func argmax(dim: Int) throws -> Tensor {
    try .made { ctorch_argmax(handle, Int64(dim), $0) }
  }

  /// Probabilities along one dimension: eˣ, divided by their sum.
  public func softmax(dim: Int) throws -> Tensor {
    try .made { ctorch_softmax(handle, Int64(dim), $0) }
  }

  /// The logarithm of `softmax`, without its underflow.
  public func logSoftmax(dim: Int) throws -> Tensor {
    try .made { ctorch_log_softmax(handle, Int64(dim), $0) }
  }
}
