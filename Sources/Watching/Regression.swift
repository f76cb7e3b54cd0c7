public import Transcripts

/// An exercise that passed and passes no more.
public struct Regression: Equatable, Sendable {
  public var result: ExerciseResult
  /// Whether the last save did it.
  public var isNew: Bool
}

/// Which exercises pass as far as is known, and which of them have been broken since.
public struct PassRecord: Equatable, Sendable {
  public private(set) var passed: Set<String>
  /// In the order of the exercises.
  public private(set) var regressions: [Regression] = []

  /// - Parameter passed: those that passed when their lesson last ran.
  public init(passed: Set<String> = []) { self.passed = passed }

  /// Takes note of the results of one check.
  ///
  /// A file that does not compile, or an exercise whose base fails, says nothing about an exercise:
  /// what was known of it stays.
  ///
  /// - Parameter isSave: whether a save led to it; otherwise what is broken was broken before.
  public mutating func note(_ results: some Sequence<ExerciseResult>, isSave: Bool = true) {
    for index in regressions.indices { regressions[index].isNew = false }
    for result in results.sorted(by: { $0.id < $1.id }) {
      switch result.verdict {
      case .notCompiled, .skipped: continue
      case .passed:
        passed.insert(result.id)
        regressions.removeAll { $0.result.id == result.id }
      case .failed, .notStarted, .crashed, .timedOut, .memory:
        if passed.remove(result.id) != nil {
          regressions.append(Regression(result: result, isNew: isSave))
        } else if let index = regressions.firstIndex(where: { $0.result.id == result.id }) {
          regressions[index].result = result
        }
      }
    }
    regressions.sort { $0.result.id < $1.result.id }
  }

  /// Forgets an exercise that was put back to its starter on purpose.
  public mutating func forget(_ id: String) {
    passed.remove(id)
    regressions.removeAll { $0.result.id == id }
  }
}
