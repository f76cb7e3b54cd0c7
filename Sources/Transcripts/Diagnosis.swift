/// What gives exactly the student's results, in every case that was tried.
///
/// It explains a failure and never makes one: the score does not depend on it.
public struct Diagnosis: Codable, Sendable, Equatable {
  /// One cause, or two that act together.
  public var causes: [Cause]

  public init(_ causes: [Cause]) { self.causes = causes }

  public init(name: String, explanation: String = "", question: String) {
    self.init([Cause(name: name, explanation: explanation, question: question)])
  }

  /// "the sum over time is a mean", or two such names joined by "and".
  public var name: String { causes.map(\.name).joined(separator: ", and ") }

  /// A named mistake.
  public struct Cause: Codable, Sendable, Equatable {
    /// "the sum over time is a mean".
    public var name: String
    /// What it does to the result, in one sentence.
    public var explanation: String
    /// A question that leads on, not the answer.
    public var question: String

    public init(name: String, explanation: String, question: String) {
      self.name = name
      self.explanation = explanation
      self.question = question
    }
  }
}
