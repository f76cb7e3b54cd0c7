import Engines
public import Recurrent

/// Trains a GRU in place: the arithmetic of `gruForward`, `gruBackward`, `clip` and
/// `sgdStep`, without a vector allocated per step.
public final class GRUTrainer: SequenceTrainer {
  private let engine: GRUEngine

  public init(_ parameters: GRUParameters) { engine = GRUEngine(parameters) }

  public var parameters: GRUParameters { engine.parameters }

  public func forward(_ example: Example) -> Double { engine.forward(example) }

  public func logits(after inputs: [Int]) -> [Vector] { engine.logits(after: inputs) }

  public func backward(_ example: Example) { engine.backward(example) }

  public func update(learningRate: Double, maximumNorm: Double) {
    engine.update(learningRate: learningRate, maximumNorm: maximumNorm)
  }
}
