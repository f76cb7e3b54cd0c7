import CTorch

/// Steps of even size: a mean of past gradients, divided by the root of a mean of their squares.
///
/// - Source: Kingma and Ba, "Adam", 2015, algorithm 1; the defaults are theirs and PyTorch's.
public final class Adam: LibtorchOptimizer {
  /// - Parameter beta1: how slowly the mean of the gradients forgets.
  /// - Parameter beta2: how slowly the mean of their squares forgets.
  /// - Parameter epsilon: what keeps the division from 0.
  /// - Parameter weightDecay: λ in g ← g + λ p, before everything else.
  /// - Throws: `TorchError` for a number out of its range.
  public init(
    _ parameters: [Tensor], learningRate: Double = 1e-3, beta1: Double = 0.9,
    beta2: Double = 0.999, epsilon: Double = 1e-8, weightDecay: Double = 0
  ) throws {
    try super.init(parameters, learningRate: learningRate) {
      ctorch_adam($0, $1, learningRate, beta1, beta2, epsilon, weightDecay, $2)
    }
  }
}

/// Adam with the decay of weights beside the step: first p ← (1 - η λ) p.
///
/// - Source: Loshchilov and Hutter, "Decoupled Weight Decay Regularization", 2019, algorithm 2.
public final class AdamW: LibtorchOptimizer {
  /// - Parameter weightDecay: λ; PyTorch's default.
  /// - Throws: `TorchError` for a number out of its range.
  public init(
    _ parameters: [Tensor], learningRate: Double = 1e-3, beta1: Double = 0.9,
    beta2: Double = 0.999, epsilon: Double = 1e-8, weightDecay: Double = 1e-2
  ) throws {
    try super.init(parameters, learningRate: learningRate) {
      ctorch_adamw($0, $1, learningRate, beta1, beta2, epsilon, weightDecay, $2)
    }
  }
}
