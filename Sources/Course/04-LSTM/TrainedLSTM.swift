import Recurrent
import Reference

/// What an LSTM carries from step to step.
struct LSTMState: Sendable { var hidden, cell: Vector }

extension LSTMParameters: TrainedNetwork {
  var zeroState: LSTMState {
    LSTMState(hidden: Vector(zeros: hiddenSize), cell: Vector(zeros: hiddenSize))
  }

  func forward(_ inputs: [Int], from state: LSTMState) throws -> LSTMTrace {
    try lstmForward(
      inputs, initialHidden: state.hidden, initialCell: state.cell, parameters: self)
  }

  func logits(of trace: LSTMTrace) -> [Vector] { trace.logits }

  func lastState(of trace: LSTMTrace) -> LSTMState {
    LSTMState(
      hidden: trace.steps.last?.hidden ?? trace.initialHidden,
      cell: trace.steps.last?.cell ?? trace.initialCell)
  }

  func gradients(of trace: LSTMTrace, targets: [Int]) throws -> LSTMParameters {
    try lstmBackward(trace, targets: targets, parameters: self).gradients
  }
}
