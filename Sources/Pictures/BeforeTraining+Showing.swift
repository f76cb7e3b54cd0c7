public import Recurrent
import StudentRuntime
import Transcripts

/// Shows what was measured before a training: a table, and in words what is not as it should be.
public func show(_ look: BeforeTraining) {
  show(
    Table(
      "Before training", columns: ["measured", "yours", "usual", ""],
      rows: look.measurements.map { [$0.name, $0.measured, $0.usual, $0.standing.word] }))
  print(look.summary)
}
