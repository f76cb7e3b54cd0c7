import Engines
public import Recurrent

/// Trains an Elman network in place: the arithmetic of `rnnForward`, `rnnBackward`, `clip` and
/// `sgdStep`, without a vector allocated per step.
public final class RNNTrainer: SequenceTrainer {
  private let engine: RNNEngine

  public init(_ parameters: RNNParameters) { engine = RNNEngine(parameters) }

  public var parameters: RNNParameters { engine.parameters }

  public func forward(_ example: Example) -> Double { engine.forward(example) }

  public func logits(after inputs: [Int]) -> [Vector] { engine.logits(after: inputs) }

  public func backward(_ example: Example) { engine.backward(example) }

  public func update(learningRate: Double, maximumNorm: Double) {
    engine.update(learningRate: learningRate, maximumNorm: maximumNorm)
  }
}
