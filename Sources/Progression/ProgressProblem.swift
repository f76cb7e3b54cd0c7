/// Something in the file of progress that is not as it should be.
public struct ProgressProblem: Sendable, Equatable, CustomStringConvertible {
  public var file: String
  /// 1-based.
  public var line: Int
  public var message: String
  /// Whether the next change to the file mends it and nothing is lost by that; otherwise the file is set
  /// aside first.
  public var isHarmless: Bool

  public var description: String { "\(file):\(line): \(message)" }
}
