import CTorch

// Views where libtorch can, sharing memory with their source; gradients flow through all of them.

extension Tensor {
  /// Rows become columns.
  ///
  /// - Throws: `TorchError` beyond two dimensions; see `transposed(_:_:)`.
  public func transposed() throws -> Tensor { try .made { ctorch_t(handle, $0) } }

  /// Two dimensions change places.
  public func transposed(_ a: Int, _ b: Int) throws -> Tensor {
    try .made { ctorch_transpose(handle, Int64(a), Int64(b), $0) }
  }

  /// The same elements in the same order, counted otherwise.
  ///
  /// - Parameter shape: sizes of the same product; one of them may be -1 and is computed.
  public func reshaped(_ shape: [Int]) throws -> Tensor {
    let sizes = shape.map { Int64($0) }
    return try .made { ctorch_reshape(handle, sizes, Int64(sizes.count), $0) }
  }

  /// The places `start..<start + length` of one dimension, which stays.
  public func narrow(dim: Int, start: Int, length: Int) throws -> Tensor {
    try .made { ctorch_narrow(handle, Int64(dim), Int64(start), Int64(length), $0) }
  }

  /// One place of one dimension, which goes: `output.select(dim: 0, index: t)` is the step t.
  public func select(dim: Int, index: Int) throws -> Tensor {
    try .made { ctorch_select(handle, Int64(dim), Int64(index), $0) }
  }

  /// One after the other along a dimension that they have.
  public static func cat(_ tensors: [Tensor], dim: Int = 0) throws -> Tensor {
    try tensors.withHandles { handles, count in
      try .made { ctorch_cat(handles, count, Int64(dim), $0) }
    }
  }

  /// One after the other along a new dimension.
  public static func stack(_ tensors: [Tensor], dim: Int = 0) throws -> Tensor {
    try tensors.withHandles { handles, count in
      try .made { ctorch_stack(handles, count, Int64(dim), $0) }
    }
  }
}

extension [Tensor] {
  /// The tensors as the shim takes several, alive until `body` returns.
  func withHandles<Result>(
    _ body: (UnsafePointer<OpaquePointer?>, Int64) throws -> Result
  ) rethrows -> Result {
    let handles: [OpaquePointer?] = map(\.handle)
    return try withExtendedLifetime(self) { try body(handles, Int64(count)) }
  }
}
