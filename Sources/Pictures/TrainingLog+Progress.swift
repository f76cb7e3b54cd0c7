public import Recurrent
import StudentRuntime

/// A log that tells the parent how far the training has come.
public func trainingLog(epochs: Int) -> TrainingLog {
  let report = progressReporter()
  return TrainingLog(epochs: epochs) { log in
    report(log.trainingLoss.count, log.epochs, log.trainingLoss.last)
  }
}
