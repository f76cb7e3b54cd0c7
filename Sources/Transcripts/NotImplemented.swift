/// What an untouched starter throws: the exercise counts as not started, which is not a failure.
public struct NotImplemented: Error, Equatable {
  /// `"03.1"`.
  public var exercise: String

  public init(_ exercise: String) { self.exercise = exercise }
}
