import Transcripts

/// A mistake that gives not one result but many, such as the order that a dictionary happens to have:
/// it cannot be computed, but it can be seen.
///
/// It is asked for last, and named where it shows in every case that is wrong.
public struct Symptom<Input: Sendable, Output: Sendable>: Sendable {
  public var name: String
  /// What it does to the result, in one sentence.
  public var explanation: String
  /// A question that leads on.
  public var question: String
  /// Whether a wrong result shows it, beside the right one.
  public var shows: @Sendable (_ input: Input, _ right: Output, _ got: Output) -> Bool

  public init(
    _ name: String, explanation: String, question: String,
    shows: @escaping @Sendable (_ input: Input, _ right: Output, _ got: Output) -> Bool
  ) {
    self.name = name
    self.explanation = explanation
    self.question = question
    self.shows = shows
  }

  var cause: Diagnosis.Cause {
    Diagnosis.Cause(name: name, explanation: explanation, question: question)
  }
}
