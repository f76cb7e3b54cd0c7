import CTorch

/// Gradients divided by the root of a running mean of their squares: p ← p - η g / (√v + ε).
///
/// - Source: Tieleman and Hinton, "Neural Networks for Machine Learning", lecture 6.5, 2012; ε stands
///   outside the root, as in PyTorch.
public final class RMSprop: LibtorchOptimizer {
  /// - Parameter decay: α in v ← α v + (1 - α) g².
  /// - Parameter epsilon: ε, what keeps the division from 0.
  /// - Parameter weightDecay: λ in g ← g + λ p, before everything else.
  /// - Parameter momentum: how much of the last step goes into the next.
  /// - Throws: `TorchError` for a negative number.
  public init(
    _ parameters: [Tensor], learningRate: Double = 1e-2, decay: Double = 0.99,
    epsilon: Double = 1e-8, weightDecay: Double = 0, momentum: Double = 0
  ) throws {
    try super.init(parameters, learningRate: learningRate) {
      ctorch_rmsprop($0, $1, learningRate, decay, epsilon, weightDecay, momentum, $2)
    }
  }
}
