import FrameworkReference
import Recurrent
import Torch

/// The same training in libtorch, from the same weights, one of its two biases frozen at zero.
struct FrameworkSide {
  private var workload: Workload

  /// - Returns: `nil` without libtorch, and for networks that the framework is not measured on.
  init?(_ workload: Workload) {
    guard Framework.isAvailable, workload.network == .lstm else { return nil }
    self.workload = workload
  }

  /// Trains once, from the beginning.
  func train(epochs: Int) throws -> TrainingRun {
    let network = try CountingNetwork(
      vocabularySize: workload.lstm.vocabularySize, hiddenSize: workload.lstm.hiddenSize,
      outputBias: true)
    try carryOver(workload.lstm, into: network)
    let optimizer = try SGD(
      network.parameters.filter(\.requiresGrad), learningRate: workload.network.learningRate)
    var run = TrainingRun()
    for _ in 0..<epochs {
      try run.epoch {
        var log = TrainingLog(epochs: 1)
        try FrameworkReference.train(
          network, optimizer, on: workload.training, validation: workload.validation, epochs: 1,
          maximumNorm: Workload.maximumNorm, log: &log)
        return (log.trainingLoss[0], log.validationLoss[0])
      }
    }
    return run
  }
}
