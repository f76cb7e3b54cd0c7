public import Recurrent

/// Trains an LSTM in place: the arithmetic of `lstmForward`, `lstmBackward`, `clip` and `sgdStep`.
public final class LSTMTrainer {
  public private(set) var parameters: LSTMParameters

  public init(_ parameters: LSTMParameters) { self.parameters = parameters }

  public func meanLoss(of examples: [Example]) -> Double { .nan }

  public func epoch(
    on examples: [Example], learningRate: Double, maximumNorm: Double
  ) -> Double { .nan }
}
