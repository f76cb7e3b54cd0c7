import CTorch

/// A rule that changes parameters by their gradients.
///
/// One step of training: `zeroGrad()`, the loss, its `backward()`, `clipGradientNorm`, `step()`.
public protocol Optimizer: AnyObject {
  var learningRate: Double { get set }

  /// Sets the gradients to zero; `backward()` only ever adds.
  func zeroGrad() throws

  /// Changes every parameter that has a gradient.
  func step() throws
}

/// One of torch::optim's rules, with its own memory of past gradients.
public class LibtorchOptimizer: Optimizer {
  private let handle: OpaquePointer
  /// What libtorch said to a rate that it refused, for the next step to throw.
  private var refusal: TorchError?

  /// η; one that libtorch refuses makes the next `step()` throw.
  public var learningRate: Double {
    didSet {
      refusal = nil
      do {
        try check(ctorch_optimizer_set_rate(handle, learningRate))
      } catch {
        refusal = error as? TorchError
      }
    }
  }

  init(
    _ parameters: [Tensor], learningRate: Double,
    _ make: (UnsafePointer<OpaquePointer?>, Int64, UnsafeMutablePointer<OpaquePointer?>) -> Int32
  ) throws {
    handle = try parameters.withHandles { handles, count in
      try Tensor.handle { make(handles, count, $0) }
    }
    self.learningRate = learningRate
  }

  deinit { ctorch_optimizer_free(handle) }

  public func zeroGrad() throws { try check(ctorch_optimizer_zero_grad(handle)) }

  public func step() throws {
    if let refusal { throw refusal }
    try check(ctorch_optimizer_step(handle))
  }
}
