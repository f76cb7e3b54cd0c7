import Transcripts

/// Something that went wrong in the checks themselves: a model answer that throws, an input that cannot
/// be sent.
public struct CheckerFault: Error, CustomStringConvertible {
  /// "the model answer throws … for T = 3".
  public var description: String

  public init(_ description: String) { self.description = description }
}

extension CheckResult {
  /// No verdict, and a word about whose fault that is.
  static func withoutVerdict(_ id: String, because error: any Error) -> CheckResult {
    CheckResult(
      verdict: .skipped(needs: []),
      remarks: [
        Remark(
          .warning,
          """
          This is our fault and not yours: the checks of \(id) went wrong before they could judge your \
          code (\(error)). Nothing is held against you; please tell whoever gave you this course.
          """)
      ])
  }
}
