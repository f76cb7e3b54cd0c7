import Engines
public import Recurrent

/// Trains an LSTM in place: the arithmetic of `lstmForward`, `lstmBackward`, `clip` and
/// `sgdStep`, without a vector allocated per step.
public final class LSTMTrainer: SequenceTrainer {
  private let engine: LSTMEngine

  public init(_ parameters: LSTMParameters) { engine = LSTMEngine(parameters) }

  public var parameters: LSTMParameters { engine.parameters }

  public func forward(_ example: Example) -> Double { engine.forward(example) }

  public func logits(after inputs: [Int]) -> [Vector] { engine.logits(after: inputs) }

  public func backward(_ example: Example) { engine.backward(example) }

  public func update(learningRate: Double, maximumNorm: Double) {
    engine.update(learningRate: learningRate, maximumNorm: maximumNorm)
  }
}
