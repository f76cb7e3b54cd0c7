import CTorch

extension Tensor {
  /// Whether operations on this tensor are recorded for `backward()`.
  public var requiresGrad: Bool {
    var answer = false
    _ = ctorch_requires_grad(handle, &answer)
    return answer
  }

  /// Asks for a gradient, or no longer: PyTorch's `requires_grad_`.
  ///
  /// - Throws: ``TorchError`` for int64, and for a tensor that was computed from others with a gradient.
  @discardableResult
  public func requiresGrad(_ required: Bool) throws -> Tensor {
    try check("requiresGrad", ctorch_set_requires_grad(handle, required))
    return self
  }

  /// The gradient that `backward()` left here, of the tensor's own shape; `nil` before.
  ///
  /// Not a copy: the next `backward()` adds to it, `zeroGrad()` and clipping change it.
  public var grad: Tensor? {
    var made: Handle?
    _ = ctorch_grad(handle, &made)
    return made.map(Tensor.init(owning:))
  }

  /// Computes the gradient of this number by every leaf that requires one, and *adds* it to theirs.
  ///
  /// - Parameter retainGraph: keeps the record, so that the same result may be sent back again.
  /// - Throws: ``TorchError`` when this is not a single number, or nothing that requires a gradient was
  ///   used, or the record was given up already.
  public func backward(retainGraph: Bool = false) throws {
    try check("backward", ctorch_backward(handle, retainGraph))
  }

  /// The same numbers, shared, but of no graph.
  public func detach() throws -> Tensor { try result(of: "detach", self, ctorch_detach) }

  /// A copy; a gradient flows through.
  public func clone() throws -> Tensor { try result(of: "clone", self, ctorch_clone) }
}

// MARK: - Changed in place

extension Tensor {
  /// Overwrites the elements with another tensor's, broadcast and converted as needed.
  ///
  /// - Throws: ``TorchError`` when the shapes do not fit, and for a leaf that requires a gradient unless
  ///   under ``noGrad(_:)``.
  public func copy(from source: Tensor) throws {
    try withExtendedLifetime(source) { try check("copy", ctorch_copy(handle, source.handle)) }
  }

  /// Overwrites every element; under ``noGrad(_:)`` if this is a leaf that requires a gradient.
  public func fill(_ value: Double) throws { try check("fill", ctorch_fill(handle, value)) }

  func fillUniform(_ low: Double, _ high: Double) throws {
    try check("fillUniform", ctorch_fill_uniform(handle, low, high))
  }
}

/// Runs `body` without recording: for setting weights, for validation, for generating.
///
/// What was recorded before is again recorded afterwards, also when `body` throws. It counts for this
/// thread, and may be nested.
public func noGrad<Value>(_ body: () throws -> Value) rethrows -> Value {
  var before = true
  _ = ctorch_set_grad_mode(false, &before)
  defer { _ = ctorch_set_grad_mode(before, &before) }
  return try body()
}
