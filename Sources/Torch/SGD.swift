import CTorch

/// Gradient descent, with momentum and weight decay if wanted: `torch.optim.SGD`.
///
/// g ← g + decay·p; v ← momentum·v + g, the first v being g itself; p ← p − rate·v.
public final class SGD: LibtorchOptimizer {
  public init(
    _ parameters: [Tensor], learningRate: Double, momentum: Double = 0, weightDecay: Double = 0
  ) throws {
    try super.init("SGD", parameters) {
      ctorch_sgd($0, $1, learningRate, momentum, weightDecay, $2)
    }
  }
}
