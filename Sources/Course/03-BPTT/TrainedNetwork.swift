import Recurrent
import Reference

/// A network as a training loop sees it, on the model answers.
protocol TrainedNetwork: ParameterSet, Codable {
  /// What is carried from step to step.
  associatedtype State: Sendable
  associatedtype Trace
  var zeroState: State { get }
  func forward(_ inputs: [Int], from state: State) throws -> Trace
  func logits(of trace: Trace) -> [Vector]
  /// The state after the last step.
  func lastState(of trace: Trace) -> State
  func gradients(of trace: Trace, targets: [Int]) throws -> Self
}

extension RNNParameters: TrainedNetwork {
  var zeroState: Vector { Vector(zeros: hiddenSize) }

  func forward(_ inputs: [Int], from state: Vector) throws -> RNNTrace {
    try rnnForward(inputs, initialHidden: state, parameters: self)
  }

  func logits(of trace: RNNTrace) -> [Vector] { trace.logits }

  func lastState(of trace: RNNTrace) -> Vector { trace.hidden.last ?? trace.initialHidden }

  func gradients(of trace: RNNTrace, targets: [Int]) throws -> RNNParameters {
    try rnnBackward(trace, targets: targets, parameters: self).gradients
  }
}
