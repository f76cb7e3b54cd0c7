public import Lessons

/// Something in a lesson that its author should mend, where it is, and what would be right.
public struct Finding: Sendable, Equatable, CustomStringConvertible {
  /// What was looked at.
  public enum Subject: String, Sendable, CaseIterable {
    case file, starter, reference, cell, link, label, figure, formula, number, hint
  }

  public var subject: Subject
  public var file: String
  /// 1-based.
  public var line: Int
  public var message: String

  public init(_ subject: Subject, file: String, line: Int, _ message: String) {
    self.subject = subject
    self.file = file
    self.line = line
    self.message = message
  }

  public init(_ subject: Subject, _ error: LessonError) {
    self.init(subject, file: error.file, line: error.line, error.message)
  }

  public var description: String { "\(file):\(line): \(message)" }
}
