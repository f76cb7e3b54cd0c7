import CTorch

/// Stochastic gradient descent: v ← μ v + g, p ← p - η v; without momentum μ, v is the gradient g.
public final class SGD: LibtorchOptimizer {
  /// - Parameter learningRate: η.
  /// - Parameter momentum: μ, how much of the last step goes into the next.
  /// - Parameter weightDecay: λ in g ← g + λ p, before everything else.
  /// - Throws: `TorchError` for a negative number.
  public init(
    _ parameters: [Tensor], learningRate: Double, momentum: Double = 0, weightDecay: Double = 0
  ) throws {
    try super.init(parameters, learningRate: learningRate) {
      ctorch_sgd($0, $1, learningRate, momentum, weightDecay, $2)
    }
  }
}
