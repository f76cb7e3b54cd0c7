import Transcripts

/// A wrong implementation with a name: the right one with one thing changed.
///
/// It explains a student's result, and in our own tests it is a mutant that the checks must fail.
public struct Misconception<Input: Sendable, Output: Sendable>: Sendable {
  /// "the sum over time is a mean".
  public var name: String
  /// What it does to the result, in one sentence, such as "Each gradient is divided by T".
  public var explanation: String
  /// A question that leads on.
  public var question: String
  public var implementation: @Sendable (Input) throws -> Output
  /// What is changed, where the same can be done together with another change.
  var change: Change<Input, Output>?

  /// A wrong implementation of its own.
  public init(
    _ name: String, explanation: String, question: String,
    implementation: @escaping @Sendable (Input) throws -> Output
  ) {
    self.name = name
    self.explanation = explanation
    self.question = question
    self.implementation = implementation
  }

  /// The right result, edited: it can act together with any other misconception.
  public init(
    _ name: String, explanation: String, question: String,
    editing right: @escaping @Sendable (Input) throws -> Output,
    _ edit: @escaping @Sendable (Input, inout Output) throws -> Void
  ) {
    self.init(name, explanation: explanation, question: question) { input in
      var output = try right(input)
      try edit(input, &output)
      return output
    }
    change = .edit(edit)
  }

  /// An implementation whose decisions are laid open, with one of them changed: it can act together
  /// with any other change of the same one.
  ///
  /// - Parameters:
  ///   - open: with every decision right.
  ///   - run: what such an implementation gives.
  public init<Open: Sendable>(
    _ name: String, explanation: String, question: String, in open: Open,
    run: @escaping @Sendable (Open, Input) throws -> Output,
    change: @escaping @Sendable (inout Open) -> Void
  ) {
    var wrong = open
    change(&wrong)
    let changed = wrong
    self.init(name, explanation: explanation, question: question) { try run(changed, $0) }
    self.change = .decision(Decision(open, change: change, run: run))
  }

  var cause: Diagnosis.Cause {
    Diagnosis.Cause(name: name, explanation: explanation, question: question)
  }
}
