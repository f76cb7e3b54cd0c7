import Transcripts

@testable import Watching

/// A lesson of four exercises, and results for it.
enum Fixture {
  static let lesson = WatchedLesson(
    number: "02", title: "The forward pass", file: "Exercises/02-RNNForward.swift", root: "/course",
    next: "03",
    exercises: [
      WatchedExercise(id: "02.1", title: "Initial parameters", points: 3),
      WatchedExercise(id: "02.2", title: "The activations", points: 2),
      WatchedExercise(id: "02.3", title: "One step", points: 4),
      WatchedExercise(id: "02.4", title: "The forward pass", points: 7),
    ])

  static let places = [
    "01.4": ExercisePlace(file: "Exercises/01-Encoding.swift", line: 61),
    "02.1": ExercisePlace(file: "Exercises/02-RNNForward.swift", line: 21),
    "02.2": ExercisePlace(file: "Exercises/02-RNNForward.swift", line: 41),
    "02.3": ExercisePlace(file: "Exercises/02-RNNForward.swift", line: 62),
  ]

  static func passed(_ id: String) -> ExerciseResult {
    result(id, .passed(checks: 12, worstError: 1e-16))
  }

  static func failed(_ id: String) -> ExerciseResult {
    result(
      id,
      .failed(
        Failure(
          claim: "h_t = tanh(U x_t + V h_{t−1} + b)", challenge: "a zero state",
          finding: "h[2] should be 0.1974, and is 0.7616")))
  }

  static func result(_ id: String, _ verdict: Verdict, output: String = "") -> ExerciseResult {
    let exercise = lesson.exercise(id)
    return ExerciseResult(
      id: id, title: exercise?.title ?? "Inputs and targets", points: exercise?.points ?? 2,
      verdict: verdict, output: output)
  }

  /// The first check is through: 02.1 and 02.2 pass, 02.3 fails, 02.4 is not begun.
  static func checked(_ results: [ExerciseResult]? = nil) -> WatchState {
    var state = WatchState(lesson, passed: ["01.4"])
    _ = state.begin()
    save(&state, results ?? usual, isFirst: true)
    return state
  }

  static let usual = [
    passed("01.4"), passed("02.1"), passed("02.2"), failed("02.3"), result("02.4", .notStarted),
  ]

  /// A save and all that follows it.
  static func save(_ state: inout WatchState, _ results: [ExerciseResult], isFirst: Bool = false) {
    if !isFirst {
      _ = state.handle(.stirred)
      _ = state.handle(.settled(missing: []))
    }
    let generation = state.generation
    for result in results where lesson.exercise(result.id) != nil {
      _ = state.handle(.check(generation: generation, .verdict(result)))
    }
    _ = state.handle(
      .check(generation: generation, .verdicts(results, places: places, seconds: 0.412)))
    _ = state.handle(
      .check(
        generation: generation,
        .ended(
          CheckEnd(
            cellsRun: 3, cellsLocked: 2, cellsFailed: [], report: "reports/02-rnn-forward.html"))))
  }

  /// The screen of a state, as text.
  static func screen(_ state: WatchState, _ columns: Int, _ rows: Int) -> String {
    WatchScreen(state) { result, columns in
      guard case .failed(let failure) = result.verdict else { return [] }
      return paragraph("\(failure.claim).", width: columns)
        + paragraph("\(failure.challenge): \(failure.finding).", width: columns)
    }
    .lines(columns: columns, rows: rows).map(\.plain).joined(separator: "\n")
  }
}

extension WatchState {
  /// Presses keys, one after the other.
  ///
  /// - Returns: what the last one asks for.
  @discardableResult mutating func press(_ text: String) -> [WatchEffect] {
    var effects: [WatchEffect] = []
    for character in text { effects = handle(.key(.character(character))) }
    return effects
  }
}
