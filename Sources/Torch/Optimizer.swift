import CTorch

/// What turns gradients into new parameters, in place.
public protocol Optimizer: AnyObject {
  /// Sets the gradients to zero: `backward()` adds, so a training step begins with this.
  func zeroGrad() throws
  /// Moves every parameter that has a gradient.
  func step() throws
  var learningRate: Double { get set }
}

/// An optimizer of torch::optim.
///
/// Parameters that require no gradient are left out.
public class LibtorchOptimizer: Optimizer {
  private let handle: OpaquePointer

  init(
    _ operation: String, _ parameters: [Tensor],
    _ call: (UnsafePointer<Handle>, Int, UnsafeMutablePointer<OpaquePointer?>) -> ctorch_status
  ) throws {
    var made: OpaquePointer?
    try withHandles(of: parameters) { handles, count in
      try check(operation, call(handles, count, &made))
    }
    guard let made else { throw TorchError(operation: operation, message: "gave no optimizer") }
    handle = made
  }

  deinit { ctorch_optimizer_free(handle) }

  public func zeroGrad() throws { try check("zeroGrad", ctorch_optimizer_zero_grad(handle)) }

  public func step() throws { try check("step", ctorch_optimizer_step(handle)) }

  public var learningRate: Double {
    get {
      var rate = 0.0
      _ = ctorch_optimizer_learning_rate(handle, &rate)
      return rate
    }
    set { _ = ctorch_optimizer_set_learning_rate(handle, newValue) }
  }
}
