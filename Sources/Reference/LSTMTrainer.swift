public import Recurrent

/// Trains an LSTM in place: the arithmetic of `lstmForward`, `lstmBackward`, `clip` and `sgdStep`,
/// without a vector allocated per step.
public final class LSTMTrainer {
  private let engine: LSTMEngine

  public init(_ parameters: LSTMParameters) { engine = LSTMEngine(parameters) }

  public var parameters: LSTMParameters { engine.parameters }

  /// The mean over sequences of the summed cross-entropy, nats per sequence; no update.
  public func meanLoss(of examples: [Example]) -> Double {
    var sum = 0.0
    for example in examples { sum += engine.forward(example) }
    return sum / Double(examples.count)
  }

  /// One pass over the examples in order, an update after each.
  ///
  /// - Returns: the mean of the losses met before each update, nats per sequence.
  public func epoch(
    on examples: [Example], learningRate: Double, maximumNorm: Double
  ) -> Double {
    var sum = 0.0
    for example in examples {
      sum += engine.forward(example)
      engine.backward(example)
      engine.update(learningRate: learningRate, maximumNorm: maximumNorm)
    }
    return sum / Double(examples.count)
  }
}
