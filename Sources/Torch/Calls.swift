import CTorch

/// A tensor on C's side.
typealias Handle = OpaquePointer

/// Where the shim puts a tensor it made.
typealias Result = UnsafeMutablePointer<Handle?>

// The operands are kept alive until the call is over: a handle is a number to Swift, and what it
// belongs to could otherwise be freed after its last mention.

/// The tensor that `call` makes.
@inline(__always)
func result(of operation: String, _ call: (Result) -> ctorch_status) throws -> Tensor {
  var made: Handle?
  try check(operation, call(&made))
  guard let made else { throw TorchError(operation: operation, message: "gave no tensor") }
  return Tensor(owning: made)
}

/// The tensor that `call` makes of one operand.
func result(
  of operation: String, _ a: Tensor, _ call: (Handle, Result) -> ctorch_status
) throws -> Tensor {
  try withExtendedLifetime(a) { try result(of: operation) { call(a.handle, $0) } }
}

/// The tensor that `call` makes of two operands.
func result(
  of operation: String, _ a: Tensor, _ b: Tensor,
  _ call: (Handle, Handle, Result) -> ctorch_status
) throws -> Tensor {
  try withExtendedLifetime((a, b)) { try result(of: operation) { call(a.handle, b.handle, $0) } }
}

/// The tensor that `call` makes of a list.
func result(
  of operation: String, _ tensors: [Tensor],
  _ call: (UnsafePointer<Handle>, Int, Result) -> ctorch_status
) throws -> Tensor {
  try withHandles(of: tensors) { handles, count in
    try result(of: operation) { call(handles, count, $0) }
  }
}

/// Lends the handles of tensors to `body`, as C wants a list.
func withHandles<Value>(
  of tensors: [Tensor], _ body: (UnsafePointer<Handle>, Int) throws -> Value
) rethrows -> Value {
  // An empty array may have no address at all, and C asks for one.
  var handles = tensors.map(\.handle)
  let count = handles.count
  if handles.isEmpty { handles.append(Handle(bitPattern: 8).unsafelyUnwrapped) }
  return try withExtendedLifetime(tensors) {
    try handles.withUnsafeBufferPointer { try body($0.baseAddress.unsafelyUnwrapped, count) }
  }
}
