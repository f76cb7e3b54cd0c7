import ArgumentParser

/// Measures what this project promises to be fast at, beside what it is to be compared with.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract:
      """
      Seconds per epoch beside C; seconds from an edit to its verdict; memory of long runs; how often \
      the cause of a mistake is named.
      """,
    subcommands: [
      TrainingBench.self, LatencyBench.self, WatchBench.self, SoakBench.self,
      FrameworkBench.self, DiagnosisBench.self,
    ])
}

extension [Double] {
  /// The middle of the sorted numbers; of an even count the mean of the two in the middle.
  var median: Double {
    let sorted = sorted()
    guard let last = sorted.indices.last else { return .nan }
    return (sorted[last / 2] + sorted[(last + 1) / 2]) / 2
  }
}

/// A number with so many decimals.
func text(_ value: Double, _ places: Int) -> String {
  guard value.isFinite else { return "\(value)" }
  var scale = 1.0
  for _ in 0..<places { scale *= 10 }
  let whole = Int64((abs(value) * scale).rounded())
  let fraction = String(whole % Int64(scale))
  let zeros = String(repeating: "0", count: places - fraction.count)
  return "\(value < 0 ? "-" : "")\(whole / Int64(scale)).\(zeros)\(fraction)"
}
