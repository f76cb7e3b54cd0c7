/// How long two implementations take for the same challenges.
public struct SpeedComparison: Sendable, Equatable, Codable {
  public var challenges: Int
  /// Seconds for all challenges together, one number for each round, in the order in which they ran.
  public var student: [Double]
  public var reference: [Double]

  public init(challenges: Int, student: [Double], reference: [Double]) {
    self.challenges = challenges
    self.student = student
    self.reference = reference
  }

  /// How many rounds of both there are.
  public var rounds: Int { min(student.count, reference.count) }

  /// Seconds, the median of the rounds.
  public var studentMedian: Double { Self.quantile(student, 0.5) }
  public var referenceMedian: Double { Self.quantile(reference, 0.5) }

  /// The student's time over the reference's: above 1 the student's is the slower one.
  ///
  /// The two of one round ran one after the other, so that a busy machine slows both.
  public var ratios: [Double] {
    zip(student, reference).map { $0 / max($1, 1e-12) }
  }

  public var ratio: Double { Self.quantile(ratios, 0.5) }

  /// Between these lies the middle half of the rounds.
  public var spread: ClosedRange<Double> {
    let low = Self.quantile(ratios, 0.25)
    return low...max(low, Self.quantile(ratios, 0.75))
  }

  private static func quantile(_ values: [Double], _ share: Double) -> Double {
    let sorted = values.sorted()
    guard let last = sorted.last else { return .nan }
    let place = share * Double(sorted.count - 1)
    let index = Int(place)
    guard index + 1 < sorted.count else { return last }
    return sorted[index] + (place - Double(index)) * (sorted[index + 1] - sorted[index])
  }
}
