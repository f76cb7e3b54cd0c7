import CTorch

extension Tensor {
  /// The elements, row-major whatever the strides; float32 and int64 elements as Doubles.
  public func values() throws -> [Double] {
    let size = count
    return try [Double](unsafeUninitializedCapacity: size) { buffer, count in
      try check("values", ctorch_tensor_doubles(handle, buffer.baseAddress, size))
      count = size
    }
  }

  /// The elements of an int64 tensor, row-major.
  ///
  /// - Throws: ``TorchError`` for another dtype.
  public func ids() throws -> [Int] {
    let size = count
    return try [Int](unsafeUninitializedCapacity: size) { buffer, count in
      try check("ids", ctorch_tensor_integers(handle, buffer.baseAddress, size))
      count = size
    }
  }

  /// The only element.
  ///
  /// - Throws: ``TorchError`` when there is not exactly one.
  public func item() throws -> Double {
    var value = 0.0
    try check("item", ctorch_tensor_item(handle, &value))
    return value
  }
}

extension Tensor: CustomStringConvertible {
  /// Shape, dtype and the first eight values, to four decimals.
  public var description: String {
    let shown = 8
    let head = "Tensor \(shape) \(dtype)" + (requiresGrad ? ", requires grad" : "")
    guard let values = try? values() else { return head }
    var texts = values.prefix(shown).map { dtype == .int64 ? "\(Int($0))" : rounded($0) }
    if values.count > shown { texts.append("…") }
    return head + ": " + texts.joined(separator: ", ")
  }
}

private func rounded(_ value: Double) -> String {
  guard value.isFinite, abs(value) < 1e12 else { return "\(value)" }
  return "\((value * 10_000).rounded() / 10_000)"
}
