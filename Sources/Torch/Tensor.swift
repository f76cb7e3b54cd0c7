import CTorch

/// An array of numbers of any rank, which remembers how it was computed: PyTorch's tensor.
///
/// A reference: two names can stand for one tensor, `copy(from:)` changes it for both, and a view
/// (`narrow`, `select`, `transposed`, often `reshaped`) shares its memory. The memory is libtorch's,
/// freed with the last reference. Not for several tasks at once.
public final class Tensor {
  let handle: OpaquePointer

  init(_ handle: OpaquePointer) { self.handle = handle }

  deinit { ctorch_tensor_free(handle) }

  /// The tensor that a function of the shim hands out.
  static func made(
    _ call: (UnsafeMutablePointer<OpaquePointer?>) -> Int32
  ) throws -> Tensor {
    Tensor(try handle(call))
  }

  static func handle(
    _ call: (UnsafeMutablePointer<OpaquePointer?>) -> Int32
  ) throws -> OpaquePointer {
    var handle: OpaquePointer?
    try check(call(&handle))
    guard let handle else { throw TorchError("libtorch handed out nothing") }
    return handle
  }
}

// MARK: - What it is

extension Tensor {
  /// The size of each dimension; empty for a single number.
  public var shape: [Int] {
    always {
      var rank: Int64 = 0
      try check(ctorch_rank(handle, &rank))
      var sizes = [Int64](repeating: 0, count: Int(rank))
      try check(ctorch_sizes(handle, &sizes))
      return sizes.map { Int($0) }
    }
  }

  /// The number of elements, 1 for an empty shape.
  public var count: Int {
    always {
      var count: Int64 = 0
      try check(ctorch_count(handle, &count))
      return Int(count)
    }
  }

  public var dtype: DType {
    always {
      var code: Int32 = 0
      try check(ctorch_dtype(handle, &code))
      guard let dtype = DType(code: code) else { throw TorchError("an unnamed dtype") }
      return dtype
    }
  }
}

// MARK: - Its numbers

extension Tensor {
  /// The elements, last index fastest, whatever the order in memory is.
  public func values() throws -> [Double] {
    let count = count
    var status: Int32 = 0
    let values = [Double](unsafeUninitializedCapacity: count) { buffer, initialized in
      status = ctorch_values(handle, buffer.baseAddress)
      initialized = status == 0 ? count : 0
    }
    try check(status)
    return values
  }

  /// The only element.
  ///
  /// - Throws: `TorchError` for a tensor of another count than 1.
  public func item() throws -> Double {
    var value = 0.0
    try check(ctorch_item(handle, &value))
    return value
  }

  /// Overwrites the elements with those of `source`, cast and broadcast where needed.
  ///
  /// Autograd does not see it, so that a parameter may be set at any time.
  public func copy(from source: Tensor) throws { try check(ctorch_copy(handle, source.handle)) }

  /// The same numbers in memory of their own; gradients flow through.
  public func clone() throws -> Tensor { try .made { ctorch_clone(handle, $0) } }

  /// The same numbers with another precision; this very memory when it has that one already.
  public func to(_ dtype: DType) throws -> Tensor {
    try .made { ctorch_to_dtype(handle, dtype.code, $0) }
  }
}
