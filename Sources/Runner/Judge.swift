public import Checking
public import Lessons
public import Transcripts

/// Judges exercises one after another in one conversation: what `lesson run` and `swift test` share.
public struct Judge {
  public var graph: NeedsGraph
  public var seed: UInt64
  public var observe: (RunEvent) -> Void

  public init(
    graph: NeedsGraph, seed: UInt64, observe: @escaping (RunEvent) -> Void = { _ in }
  ) {
    self.graph = graph
    self.seed = seed
    self.observe = observe
  }

  /// The seed that belongs to the contents of the student's files: the same until one changes.
  public static func seed(for texts: [String]) -> UInt64 {
    var fingerprint = Fingerprint()
    texts.forEach { fingerprint.add($0) }
    return fingerprint.seed
  }

  /// A result for each exercise.
  ///
  /// - Parameter order: prerequisites first.
  public func results(
    of order: [AnyExercise], in conversation: Conversation
  ) -> [String: ExerciseResult] {
    var results: [String: ExerciseResult] = [:]
    for exercise in order {
      observe(.checking(id: exercise.id, title: exercise.title))
      var check = exercise.check(seed) { conversation.ask($0, $1) }
      let missing = graph.direct(exercise.id).filter { results[$0]?.verdict.isPassed == false }
      // Untouched is untouched, whatever it needs; beyond that, no verdict stands on a wrong base.
      if !missing.isEmpty, check.verdict != .notStarted {
        check = CheckResult(verdict: .skipped(needs: missing))
      }
      let result = ExerciseResult(
        id: exercise.id, title: exercise.title, points: exercise.points, verdict: check.verdict,
        output: conversation.takePrinted(), figures: check.figures, tables: check.tables,
        remarks: check.remarks)
      results[exercise.id] = result
      observe(.checked(result))
    }
    return results
  }
}
