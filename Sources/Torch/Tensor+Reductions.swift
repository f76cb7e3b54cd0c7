import CTorch

// Without `dim` the result is one number, of shape []; with it that dimension goes, or with `keepDim`
// stays as 1. A negative dimension counts from the end.

extension Tensor {
  public func sum() throws -> Tensor { try result(of: "sum", self, ctorch_sum) }

  public func sum(dim: Int, keepDim: Bool = false) throws -> Tensor {
    try result(of: "sum", self) { ctorch_sum_along($0, dim, keepDim, $1) }
  }

  public func mean() throws -> Tensor { try result(of: "mean", self, ctorch_mean) }

  public func mean(dim: Int, keepDim: Bool = false) throws -> Tensor {
    try result(of: "mean", self) { ctorch_mean_along($0, dim, keepDim, $1) }
  }

  /// The largest element.
  public func max() throws -> Tensor { try result(of: "max", self, ctorch_max) }

  /// The place of the largest element, counted row-major: int64.
  public func argmax() throws -> Tensor { try result(of: "argmax", self, ctorch_argmax) }

  /// The place of the largest element along a dimension: int64.
  public func argmax(dim: Int, keepDim: Bool = false) throws -> Tensor {
    try result(of: "argmax", self) { ctorch_argmax_along($0, dim, keepDim, $1) }
  }

  /// The Euclidean norm of all elements, √Σ aᵢ².
  public func norm() throws -> Tensor { try result(of: "norm", self, ctorch_norm) }
}
