import CTorch

/// What libtorch refused, in its own words.
public struct TorchError: Error, Equatable, CustomStringConvertible {
  /// The call, as this module names it: "matmul".
  public let operation: String
  /// libtorch's message without its C++ stack: "mat1 and mat2 shapes cannot be multiplied (2x3 and
  /// 2x3)".
  public let message: String

  public init(operation: String, message: String) {
    self.operation = operation
    self.message = message
  }

  public var description: String { "\(operation): \(message)" }
}

/// Throws what the shim kept for this thread, unless the call went well.
func check(_ operation: String, _ status: ctorch_status) throws {
  if status != ctorch_done {
    throw TorchError(operation: operation, message: String(cString: ctorch_last_error()))
  }
}
