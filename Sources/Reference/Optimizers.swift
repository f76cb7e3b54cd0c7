public import Recurrent

/// Gradient descent with momentum and weight decay.
///
/// - Source: PyTorch's order: decay joins the gradient, the first velocity is the gradient itself.
public struct MomentumUpdate: Sendable {
  public var learningRate: Double
  public var momentum: Double
  public var weightDecay: Double
  private var velocity: [Matrix] = []

  public init(learningRate: Double, momentum: Double, weightDecay: Double = 0) {
    self.learningRate = learningRate
    self.momentum = momentum
    self.weightDecay = weightDecay
  }

  public mutating func step(_ parameters: inout [Matrix], _ gradients: [Matrix]) {
    let decayed = zip(gradients, parameters).map { $0 + weightDecay * $1 }
    velocity =
      velocity.isEmpty ? decayed : zip(velocity, decayed).map { momentum * $0 + $1 }
    for k in parameters.indices { parameters[k] -= learningRate * velocity[k] }
  }
}

/// Adam, and AdamW where the decay is decoupled from the gradient.
///
/// - Source: Kingma and Ba 2015, "Adam: a method for stochastic optimization", algorithm 1;
///   Loshchilov and Hutter 2019, "Decoupled weight decay regularization".
public struct AdamUpdate: Sendable {
  public var learningRate: Double
  public var beta1: Double
  public var beta2: Double
  public var epsilon: Double
  /// Decoupled; 0 is Adam.
  public var weightDecay: Double
  private var mean: [Matrix] = []
  private var square: [Matrix] = []
  private var steps = 0

  public init(
    learningRate: Double, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8,
    weightDecay: Double = 0
  ) {
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.weightDecay = weightDecay
  }

  public mutating func step(_ parameters: inout [Matrix], _ gradients: [Matrix]) {
    if steps == 0 {
      mean = gradients.map { Matrix(zeros: $0.rows, $0.columns) }
      square = mean
    }
    steps += 1
    let meanBias = 1 - pow(beta1, Double(steps))
    let squareBias = 1 - pow(beta2, Double(steps))
    for k in parameters.indices {
      mean[k] = beta1 * mean[k] + (1 - beta1) * gradients[k]
      square[k] = beta2 * square[k] + (1 - beta2) * gradients[k].map { $0 * $0 }
      let denominator = square[k].map { ($0 / squareBias).squareRoot() + epsilon }
      parameters[k] *= 1 - learningRate * weightDecay
      parameters[k] -= (learningRate / meanBias) * quotient(mean[k], denominator)
    }
  }
}

/// RMSprop: each step divided by the running root mean square of its gradient.
///
/// - Source: Tieleman and Hinton 2012, lecture 6.5 of "Neural networks for machine learning".
public struct RMSpropUpdate: Sendable {
  public var learningRate: Double
  public var decay: Double
  public var epsilon: Double
  private var square: [Matrix] = []

  public init(learningRate: Double, decay: Double = 0.99, epsilon: Double = 1e-8) {
    self.learningRate = learningRate
    self.decay = decay
    self.epsilon = epsilon
  }

  public mutating func step(_ parameters: inout [Matrix], _ gradients: [Matrix]) {
    if square.isEmpty { square = gradients.map { Matrix(zeros: $0.rows, $0.columns) } }
    for k in parameters.indices {
      square[k] = decay * square[k] + (1 - decay) * gradients[k].map { $0 * $0 }
      parameters[k] -=
        learningRate * quotient(gradients[k], square[k].map { $0.squareRoot() + epsilon })
    }
  }
}

private func quotient(_ a: Matrix, _ b: Matrix) -> Matrix {
  Matrix(a.rows, a.columns, zip(a.elements, b.elements).map { $0 / $1 })
}
