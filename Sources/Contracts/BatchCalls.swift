// What crosses the pipe for the exercises of lesson 06.

public import Recurrent

/// 06.1 takes examples and gives a ``Batch``; 06.2 takes this.
public struct MaskedCrossEntropyInput: Codable, Sendable {
  /// T matrices of V × B.
  public var logits: [Matrix]
  public var batch: Batch

  public init(logits: [Matrix], batch: Batch) {
    self.logits = logits
    self.batch = batch
  }
}

public struct MaskedCrossEntropyOutput: Codable, Sendable {
  public var loss: Double
  /// T matrices of V × B.
  public var dLogits: [Matrix]

  public init(loss: Double, dLogits: [Matrix]) {
    self.loss = loss
    self.dLogits = dLogits
  }
}

public struct BatchedForwardInput: Codable, Sendable {
  public var batch: Batch
  /// H × B.
  public var initialHidden: Matrix
  public var parameters: RNNParameters

  public init(batch: Batch, initialHidden: Matrix, parameters: RNNParameters) {
    self.batch = batch
    self.initialHidden = initialHidden
    self.parameters = parameters
  }
}

public struct BatchedBackwardInput: Codable, Sendable {
  public var trace: BatchTrace
  /// T matrices of V × B.
  public var dLogits: [Matrix]
  public var parameters: RNNParameters

  public init(trace: BatchTrace, dLogits: [Matrix], parameters: RNNParameters) {
    self.trace = trace
    self.dLogits = dLogits
    self.parameters = parameters
  }
}

public struct BatchedBackwardOutput: Codable, Sendable {
  public var gradients: RNNParameters
  /// H × B.
  public var dInitialHidden: Matrix

  public init(gradients: RNNParameters, dInitialHidden: Matrix) {
    self.gradients = gradients
    self.dInitialHidden = dInitialHidden
  }
}

public struct BatchTrainingInput: Codable, Sendable {
  public var parameters: RNNParameters
  /// One step for each, in order.
  public var batches: [Batch]
  public var learningRate: Double
  public var maximumNorm: Double

  public init(
    parameters: RNNParameters, batches: [Batch], learningRate: Double, maximumNorm: Double
  ) {
    self.parameters = parameters
    self.batches = batches
    self.learningRate = learningRate
    self.maximumNorm = maximumNorm
  }
}

public struct BatchTrainingOutput: Codable, Sendable {
  /// What each step returned.
  public var losses: [Double]
  public var parameters: RNNParameters

  public init(losses: [Double], parameters: RNNParameters) {
    self.losses = losses
    self.parameters = parameters
  }
}

public struct BucketsInput: Codable, Sendable {
  public var examples: [Example]
  public var size: Int

  public init(examples: [Example], size: Int) {
    self.examples = examples
    self.size = size
  }
}
