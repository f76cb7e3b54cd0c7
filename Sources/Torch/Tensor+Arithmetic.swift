import CTorch

// Element by element, with broadcasting: sizes are compared from the last dimension, and a dimension
// of 1, or none, is repeated.

extension Tensor {
  public static func + (a: Tensor, b: Tensor) throws -> Tensor {
    try result(of: "+", a, b, ctorch_add)
  }

  public static func - (a: Tensor, b: Tensor) throws -> Tensor {
    try result(of: "-", a, b, ctorch_subtract)
  }

  /// The Hadamard product; ``matmul(_:)`` is the matrix product.
  public static func * (a: Tensor, b: Tensor) throws -> Tensor {
    try result(of: "*", a, b, ctorch_multiply)
  }

  public static func / (a: Tensor, b: Tensor) throws -> Tensor {
    try result(of: "/", a, b, ctorch_divide)
  }

  public static prefix func - (a: Tensor) throws -> Tensor {
    try result(of: "-", a, ctorch_negate)
  }

  /// The matrix product, or of vectors the dot product; more dimensions are a batch of matrices.
  public func matmul(_ other: Tensor) throws -> Tensor {
    try result(of: "matmul", self, other, ctorch_matmul)
  }

  /// Each element to a power.
  public func pow(_ exponent: Double) throws -> Tensor {
    try result(of: "pow", self) { ctorch_power($0, exponent, $1) }
  }
}

// MARK: - With a number

extension Tensor {
  public static func + (a: Tensor, b: Double) throws -> Tensor {
    try result(of: "+", a) { ctorch_add_number($0, b, $1) }
  }

  public static func + (a: Double, b: Tensor) throws -> Tensor { try b + a }

  public static func - (a: Tensor, b: Double) throws -> Tensor {
    try result(of: "-", a) { ctorch_add_number($0, -b, $1) }
  }

  public static func - (a: Double, b: Tensor) throws -> Tensor {
    try result(of: "-", b) { ctorch_subtract_from_number($0, a, $1) }
  }

  public static func * (a: Tensor, b: Double) throws -> Tensor {
    try result(of: "*", a) { ctorch_multiply_number($0, b, $1) }
  }

  public static func * (a: Double, b: Tensor) throws -> Tensor { try b * a }

  public static func / (a: Tensor, b: Double) throws -> Tensor {
    try result(of: "/", a) { ctorch_divide_number($0, b, $1) }
  }

  public static func / (a: Double, b: Tensor) throws -> Tensor {
    try result(of: "/", b) { ctorch_divide_into_number($0, a, $1) }
  }
}
