import Recurrent
import Reference

extension GRUParameters: TrainedNetwork {
  var zeroState: Vector { Vector(zeros: hiddenSize) }

  func forward(_ inputs: [Int], from state: Vector) throws -> GRUTrace {
    try gruForward(inputs, initialHidden: state, parameters: self)
  }

  func logits(of trace: GRUTrace) -> [Vector] { trace.logits }

  func lastState(of trace: GRUTrace) -> Vector { trace.steps.last?.hidden ?? trace.initialHidden }

  func gradients(of trace: GRUTrace, targets: [Int]) throws -> GRUParameters {
    try gruBackward(trace, targets: targets, parameters: self).gradients
  }
}
