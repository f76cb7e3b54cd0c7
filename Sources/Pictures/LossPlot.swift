public import Recurrent
public import Transcripts

/// Training and validation loss against the epoch.
///
/// - Parameters:
///   - log: what the training recorded.
///   - floor: the lowest training loss that any predictor can reach, nats per sequence.
public func lossPlot(
  _ log: TrainingLog, title: String = "Loss while training", floor: Double? = nil
) -> LinePlot {
  let last = log.trainingLoss.last.map { " It ends at \(twoDecimals($0))." } ?? ""
  return LinePlot(
    title: title,
    description: "Training and validation loss over \(log.trainingLoss.count) epochs.\(last)",
    x: .init("epoch"), y: .init("loss", unit: "nats per sequence"),
    series: [
      .init("training", log.trainingLoss), .init("validation", log.validationLoss),
    ],
    rules: floor.map { [.init("floor \($0)", y: $0)] } ?? [])
}

private func twoDecimals(_ value: Double) -> String {
  value.isFinite && abs(value) < 1e9 ? "\((value * 100).rounded() / 100)" : "\(value)"
}
