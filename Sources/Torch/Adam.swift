import CTorch

/// Adam: `torch.optim.Adam`, with its defaults.
///
/// Weight decay joins the gradient; ``AdamW`` keeps it apart.
///
/// - Source: Kingma and Ba 2015, "Adam: a method for stochastic optimization", algorithm 1.
public final class Adam: LibtorchOptimizer {
  public init(
    _ parameters: [Tensor], learningRate: Double = 1e-3, beta1: Double = 0.9, beta2: Double = 0.999,
    epsilon: Double = 1e-8, weightDecay: Double = 0
  ) throws {
    let options = ctorch_adam_options(
      learning_rate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon,
      weight_decay: weightDecay)
    try super.init("Adam", parameters) { ctorch_adam($0, $1, options, $2) }
  }
}

/// Adam with decoupled weight decay, p ← (1 − rate·decay) p first: `torch.optim.AdamW`, with its
/// defaults.
///
/// - Source: Loshchilov and Hutter 2019, "Decoupled weight decay regularization".
public final class AdamW: LibtorchOptimizer {
  public init(
    _ parameters: [Tensor], learningRate: Double = 1e-3, beta1: Double = 0.9, beta2: Double = 0.999,
    epsilon: Double = 1e-8, weightDecay: Double = 1e-2
  ) throws {
    let options = ctorch_adam_options(
      learning_rate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon,
      weight_decay: weightDecay)
    try super.init("AdamW", parameters) { ctorch_adamw($0, $1, options, $2) }
  }
}
