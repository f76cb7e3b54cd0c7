import Checking
import Transcripts

/// The two curves of a training loop as observations.
func trainingCurves(_ training: [Double], _ validation: [Double]) -> [Observation] {
  [
    Observation(
      "trainingLoss",
      claim:
        "an epoch's training loss is the mean over sequences of the losses met before each update",
      curve: training),
    Observation(
      "validationLoss",
      claim:
        "an epoch's validation loss is the mean over sequences before the epoch's first update",
      curve: validation),
  ]
}

/// The student's training loss over the reference's; `nil` for a curve of a few points, which shows
/// nothing.
func trainingFigure(expected: [Double], got: [Double]) -> Figure? {
  guard expected.count >= 10 else { return nil }
  return .lines(
    LinePlot(
      title: "Training loss",
      description: """
        The training loss of your loop over that of the reference, epoch by epoch; where both are \
        right, one curve covers the other.
        """,
      x: LinePlot.Axis("epoch"), y: LinePlot.Axis("training loss", unit: "nats per sequence"),
      series: [
        LinePlot.Series("reference", role: .reference, expected), LinePlot.Series("yours", got),
      ]))
}
