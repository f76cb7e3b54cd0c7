// What two verdicts on one exercise come to, in words that the page and the terminal share.

extension ExerciseResult {
  /// "Right, on the model answers of 03.1; together with your own 03.1 it fails – mend 03.1 first.";
  /// `nil` where one run said both.
  public var chainNote: String? {
    guard let together else { return nil }
    guard !standingIn.isEmpty else {
      return together.isPassed
        ? nil
        : "Right by itself; a check that asks your earlier functions as well \(together.clause)."
    }
    let others = Self.listed(standingIn)
    switch (verdict.isPassed, together.isPassed) {
    case (true, true):
      return "Right, on the model answers of \(others) and together with your own."
    case (true, false):
      if case .skipped(let needs) = together, !needs.isEmpty {
        return """
          Right, on the model answers of \(others); your own chain waits for \(Self.listed(needs)).
          """
      }
      return """
        Right, on the model answers of \(others); together with your own it \(together.clause) – mend \
        \(standingIn[0]) first.
        """
    case (false, true):
      return """
        With your own \(others) it comes out right, and on the model answers it does not: two faults \
        that hide each other.
        """
    case (false, false):
      return "Judged on the model answers of \(others): what is said here is about \(id) alone."
    }
  }

  private static func listed(_ ids: [String]) -> String {
    if ids.count > 4 { return ids.prefix(3).joined(separator: ", ") + " and \(ids.count - 3) more" }
    return ids.listed
  }
}

extension Verdict {
  /// To be read after "it".
  fileprivate var clause: String {
    switch self {
    case .passed: "passes"
    case .failed: "fails"
    case .notStarted: "is not started"
    case .notCompiled: "does not compile"
    case .crashed: "crashes"
    case .timedOut: "does not come to an end"
    case .memory: "runs out of memory"
    case .skipped(let needs):
      needs.isEmpty ? "is not checked" : "waits for \(needs.joined(separator: ", "))"
    }
  }
}
