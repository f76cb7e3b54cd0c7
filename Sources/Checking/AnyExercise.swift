import Transcripts

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// An exercise without its types: what a list of exercises holds.
public struct AnyExercise: Sendable {
  public var id: String
  public var title: String
  public var points: Int
  public var hints: [String]
  /// Judges the answers that `ask` gives.
  public var check: @Sendable (_ seed: UInt64, _ ask: Ask) -> CheckResult
  /// What is to be noticed about the student's own functions beside the verdict.
  public var notices: @Sendable (_ seed: UInt64, _ ask: Ask) -> Notices
  /// The model answer, for running a lesson on the reference and for our own tests.
  public var reference: @Sendable (Data) -> CallOutcome
  /// Every misconception as a program that answers.
  public var mutants: [Mutant]
  /// Makes every two misconceptions at once that can be, on every challenge, as a diagnosis may have to:
  /// for tests, because one that traps there would end a student's run.
  ///
  /// - Returns: how many pairs there are.
  public var trialOfPairs: @Sendable (_ seed: UInt64) -> Int
  /// Which check kills which of them.
  ///
  /// `others` answers for other exercises.
  public var mutantMatrix: @Sendable (_ seeds: [UInt64], _ others: Ask) -> MutantMatrix

  /// A named wrong implementation.
  public struct Mutant: Sendable {
    public var name: String
    public var explanation: String
    public var question: String
    public var answer: @Sendable (Data) -> CallOutcome
  }

  public init<Input, Output>(_ exercise: Exercise<Input, Output>) {
    id = exercise.id
    title = exercise.title
    points = exercise.points
    hints = exercise.hints
    check = { seed, ask in exercise.check(seed: seed, ask: ask) }
    trialOfPairs = { seed in exercise.trialOfPairs(seed: seed) }
    notices = { seed, ask in
      // A notice that cannot be taken is none; the verdict says what is wrong.
      (try? exercise.notices?(seed, ask)) ?? Notices()
    }
    reference = answering(exercise.reference)
    mutants = exercise.misconceptions.map {
      Mutant(
        name: $0.name, explanation: $0.explanation, question: $0.question,
        answer: answering($0.implementation))
    }
    mutantMatrix = { seeds, others in exercise.mutantMatrix(seeds: seeds, others: others) }
  }
}

private func answering<Input: Codable & Sendable, Output: Codable & Sendable>(
  _ function: @escaping @Sendable (Input) throws -> Output
) -> @Sendable (Data) -> CallOutcome {
  { data in
    do {
      return .output(try Wire.encode(try function(try Wire.decode(Input.self, from: data))))
    } catch {
      return .threw("\(error)")
    }
  }
}
