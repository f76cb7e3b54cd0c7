import Contracts
import Recurrent
import Reference

/// A network as a training loop sees it, on the model answers.
protocol TrainedNetwork: ParameterSet {
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

/// What a training exercise takes.
protocol TrainingCall: Codable, Sendable {
  associatedtype Parameters: TrainedNetwork
  var parameters: Parameters { get }
  var training: [Example] { get }
  var validation: [Example] { get }
  var epochs: Int { get }
  var learningRate: Double { get }
  var maximumNorm: Double { get }
}

/// What a training exercise gives.
protocol TrainingResult: Codable, Sendable {
  associatedtype Parameters: TrainedNetwork
  var trainingLoss: [Double] { get set }
  var validationLoss: [Double] { get set }
  var parameters: Parameters { get set }
  init(trainingLoss: [Double], validationLoss: [Double], parameters: Parameters)
}

extension TrainingInput: TrainingCall {}
extension TrainingOutput: TrainingResult {}

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
