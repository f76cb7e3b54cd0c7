import CTorch

extension Tensor {
  /// Whether operations on this tensor are recorded for `backward()`.
  public var requiresGrad: Bool {
    always {
      var answer = false
      try check(ctorch_requires_grad(handle, &answer))
      return answer
    }
  }

  /// Starts or stops the recording, on a tensor that no operation made.
  ///
  /// - Throws: `TorchError` for `.int64`, and when switched off on a result.
  @discardableResult
  public func requiresGrad(_ flag: Bool) throws -> Tensor {
    try check(ctorch_set_requires_grad(handle, flag))
    return self
  }

  /// Writes dSelf/dP into the `grad` of every parameter P that took part, on top of what is there.
  ///
  /// - Parameter retainGraph: whether the record is kept for a second walk.
  /// - Throws: `TorchError` unless this is one number, recorded and not yet walked.
  public func backward(retainGraph: Bool = false) throws {
    try check(ctorch_backward(handle, retainGraph))
  }

  /// The gradient that `backward()` left; `nil` before the first.
  public var grad: Tensor? {
    always {
      var gradient: OpaquePointer?
      try check(ctorch_grad(handle, &gradient))
      return gradient.map { Tensor($0) }
    }
  }

  /// Puts a gradient in place, for an optimiser whose gradients come from elsewhere.
  ///
  /// - Throws: `TorchError` when its shape is not the tensor's.
  public func setGrad(_ gradient: Tensor) throws {
    try check(ctorch_set_grad(handle, gradient.handle))
  }

  /// The same memory without its history.
  public func detach() throws -> Tensor { try .made { ctorch_detach(handle, $0) } }
}

/// Runs `body` without recording: faster, and no gradient flows out of it.
///
/// What was set before holds again afterwards, also after an error; blocks nest.
public func noGrad<Value>(_ body: () throws -> Value) rethrows -> Value {
  var before = true
  // The switch cannot fail, unless there is no libtorch, and then there is nothing to switch.
  _ = ctorch_set_grad_mode(false, &before)
  defer {
    var ours = false
    _ = ctorch_set_grad_mode(before, &ours)
  }
  return try body()
}
