/// The minimum, the median and the maximum of what several seeds gave, as papers report them.
///
/// A length at which nothing happened counts as larger than every other.
public struct Spread: Sendable, Equatable, CustomStringConvertible {
  /// Infinite where it lies beyond what was looked at.
  public var minimum: Double, median: Double, maximum: Double
  private var limit: Double?

  /// - Parameter values: one or more numbers.
  public init(_ values: [Double]) {
    let sorted = values.sorted()
    guard let first = sorted.first, let last = sorted.last else {
      preconditionFailure("a spread of no values")
    }
    let upper = sorted[sorted.count / 2]
    let lower = sorted[(sorted.count - 1) / 2]
    (minimum, maximum) = (first, last)
    median = lower == upper ? upper : (lower + upper) / 2
  }

  /// The spread of lengths, as ``Examination/firstFailure``.
  ///
  /// - Parameters:
  ///   - lengths: one or more; `nil` where nothing happened up to `limit`.
  ///   - limit: the largest length that was looked at.
  public init(_ lengths: [Int?], upTo limit: Int) {
    self.init(lengths.map { $0.map(Double.init) ?? .infinity })
    self.limit = Double(limit)
  }

  /// "14 / 15.5 / none up to 40".
  public var description: String {
    [minimum, median, maximum].map(text).joined(separator: " / ")
  }

  private func text(_ value: Double) -> String {
    if value == .infinity, let limit { return "none up to \(Int(limit))" }
    let rounded = (value * 100).rounded() / 100
    return rounded == rounded.rounded() && abs(rounded) < 1e15 ? "\(Int(rounded))" : "\(rounded)"
  }
}
