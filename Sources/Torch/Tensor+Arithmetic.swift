import CTorch

// Shapes broadcast as in PyTorch: aligned at the last dimension, a size of 1 stretches. The operators
// throw, because shapes may not fit: `let z = try w.matmul(x) + b`.

extension Tensor {
  public static func + (a: Tensor, b: Tensor) throws -> Tensor {
    try .made { ctorch_add(a.handle, b.handle, $0) }
  }

  public static func - (a: Tensor, b: Tensor) throws -> Tensor {
    try .made { ctorch_sub(a.handle, b.handle, $0) }
  }

  /// Element by element, *not* the matrix product: that is `matmul`.
  public static func * (a: Tensor, b: Tensor) throws -> Tensor {
    try .made { ctorch_mul(a.handle, b.handle, $0) }
  }

  public static func / (a: Tensor, b: Tensor) throws -> Tensor {
    try .made { ctorch_div(a.handle, b.handle, $0) }
  }

  public static prefix func - (a: Tensor) throws -> Tensor {
    try .made { ctorch_neg(a.handle, $0) }
  }

  /// The product of matrices, of a matrix and a vector, or of two vectors.
  public func matmul(_ other: Tensor) throws -> Tensor {
    try .made { ctorch_matmul(handle, other.handle, $0) }
  }
}

// MARK: - With a number

extension Tensor {
  public static func + (a: Tensor, b: Double) throws -> Tensor {
    try .made { ctorch_add_number(a.handle, b, $0) }
  }

  public static func + (a: Double, b: Tensor) throws -> Tensor { try b + a }

  public static func - (a: Tensor, b: Double) throws -> Tensor { try a + -b }

  public static func - (a: Double, b: Tensor) throws -> Tensor {
    try .made { ctorch_number_sub(a, b.handle, $0) }
  }

  public static func * (a: Tensor, b: Double) throws -> Tensor {
    try .made { ctorch_mul_number(a.handle, b, $0) }
  }

  public static func * (a: Double, b: Tensor) throws -> Tensor { try b * a }

  public static func / (a: Tensor, b: Double) throws -> Tensor {
    try .made { ctorch_div_number(a.handle, b, $0) }
  }

  public static func / (a: Double, b: Tensor) throws -> Tensor {
    try .made { ctorch_number_div(a, b.handle, $0) }
  }
}

// MARK: - Element by element

extension Tensor {
  public func exp() throws -> Tensor { try .made { ctorch_exp(handle, $0) } }

  /// The natural logarithm; NaN below 0.
  public func log() throws -> Tensor { try .made { ctorch_log(handle, $0) } }

  public func tanh() throws -> Tensor { try .made { ctorch_tanh(handle, $0) } }

  public func sigmoid() throws -> Tensor { try .made { ctorch_sigmoid(handle, $0) } }

  public func relu() throws -> Tensor { try .made { ctorch_relu(handle, $0) } }
}
