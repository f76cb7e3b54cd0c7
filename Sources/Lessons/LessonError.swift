/// What is wrong with a lesson file, where, and the nearest right thing.
public struct LessonError: Error, Equatable, Sendable, CustomStringConvertible {
  public var file: String
  /// 1-based.
  public var line: Int
  public var message: String

  public init(file: String, line: Int, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  public var description: String { "\(file):\(line): \(message)" }
}

/// Everything that is wrong with a lesson, in the order of its lines: an author mends a file in one
/// sitting, not one error at a time.
public struct LessonErrors: Error, Equatable, Sendable, CustomStringConvertible {
  public var errors: [LessonError]

  public init(_ errors: [LessonError]) { self.errors = errors }

  public var description: String { errors.map(\.description).joined(separator: "\n") }
}
