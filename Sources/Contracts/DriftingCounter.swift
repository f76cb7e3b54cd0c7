/// A recogniser of aⁿ bⁿ EOS, aⁿ bⁿ cⁿ EOS and so on, that counts as a trained network does: nearly.
///
/// Each letter after the first is weighed against the first, whose count is short by a share, and small
/// differences pass.
public struct DriftingCounter: Codable, Sendable {
  public var letters: Int
  /// What is missing of each count of the first letter, as a share of it.
  public var drift: Double
  /// Differences below this are taken for none.
  public var tolerance: Double
  /// The numbers whose own string is refused by accident.
  public var blind: [Int]
  /// Whether a string must end in EOS.
  public var needsEnd: Bool

  public init(
    letters: Int, drift: Double, tolerance: Double, blind: [Int] = [], needsEnd: Bool = true
  ) {
    self.letters = letters
    self.drift = drift
    self.tolerance = tolerance
    self.blind = blind
    self.needsEnd = needsEnd
  }

  /// Whether the string is taken for one of the language.
  public func accepts(_ string: [Int]) -> Bool {
    let hasEnd = string.last == letters
    if needsEnd, !hasEnd { return false }
    let body = hasEnd ? string.dropLast() : string[...]
    guard body.allSatisfy({ (0..<letters).contains($0) }), body.elementsEqual(body.sorted())
    else { return false }
    let counts = (0..<letters).map { letter in body.count { $0 == letter } }
    if let n = counts.first, hasEnd, blind.contains(n), counts.allSatisfy({ $0 == n }) {
      return false
    }
    let first = (1 - drift) * Double(counts.first ?? 0)
    return counts.dropFirst().allSatisfy { abs(first - Double($0)) < tolerance }
  }
}
