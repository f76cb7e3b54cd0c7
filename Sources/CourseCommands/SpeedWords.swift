import Report
import Runner

extension SpeedComparison {
  /// By how much one is the faster, with the spread and what was measured.
  var sentence: String {
    let range = "\(decimals(spread.lowerBound, 2)) to \(decimals(spread.upperBound, 2))"
    let what =
      "n = \(rounds) rounds of \(challenges) \(challenges == 1 ? "challenge" : "challenges"), both -O; "
      + "the middle half lies between \(range)"
    // Nearer than the rounds are to one another is no difference.
    if spread.contains(1) || abs(ratio - 1) < 0.05 {
      return
        "Yours and the model answer take the same time: the ratio is \(decimals(ratio, 2)) (\(what))."
    }
    return ratio > 1
      ? "Yours takes \(decimals(ratio, 2)) times as long as the model answer (\(what))."
      : "Yours is \(decimals(1 / ratio, 2)) times as fast as the model answer: the ratio is "
        + "\(decimals(ratio, 2)) (\(what))."
  }

  var onPage: SolutionPage.Speed {
    let longest = max(studentMedian, referenceMedian, 1e-12)
    return SolutionPage.Speed(
      student: time(studentMedian), reference: time(referenceMedian),
      studentShare: studentMedian / longest, referenceShare: referenceMedian / longest,
      sentence: sentence)
  }

  /// Both medians on one line.
  var times: String {
    "all challenges once: yours \(time(studentMedian)), model answer \(time(referenceMedian))"
  }

  private func time(_ seconds: Double) -> String {
    switch seconds {
    case ..<1e-3: "\(decimals(seconds * 1e6, 1)) µs"
    case ..<1: "\(decimals(seconds * 1e3, 1)) ms"
    default: "\(decimals(seconds, 2)) s"
    }
  }
}
