import Transcripts

/// What the kit said about one case, beside what is true of it.
struct HeldOutFinding: Sendable {
  enum Outcome: String, Sendable {
    /// A right solution that passed, without a word.
    case passed
    /// A wrong one that failed, with its true cause.
    case namedRight = "named right"
    /// A wrong one that failed, with another cause: worse than none.
    case namedWrong = "named wrong"
    /// A wrong one that failed, with no cause.
    case silent
    /// A wrong one that passed: a hole in the checks.
    case missed
    /// A right one that did not pass, or that was told a cause.
    case accused
    /// Neither: it crashed, took too long or did not compile, and is no case for these rates.
    case unusable
  }

  var subject: HeldOutCase
  var verdict: Verdict

  init(_ subject: HeldOutCase, _ verdict: Verdict) {
    self.subject = subject
    self.verdict = verdict
  }

  /// The diagnosis as an expert would weigh it: names and explanations, not the questions, which ask
  /// about more than they say.
  var words: String? {
    guard case .failed(let failure) = verdict, let diagnosis = failure.diagnosis else { return nil }
    return diagnosis.causes.map { "\($0.name). \($0.explanation)" }.joined(separator: " And: ")
  }

  var outcome: Outcome {
    switch verdict {
    case .passed: subject.isRight ? .passed : .missed
    case .failed where subject.isRight: .accused
    case .failed: words.map { subject.isNamed(by: $0) ? .namedRight : .namedWrong } ?? .silent
    default: .unusable
    }
  }

  /// One line for a person; more where the case is to be looked at.
  var line: String {
    let head = "\(outcome.rawValue)  \(subject.name)"
    switch outcome {
    case .passed: return head
    case .missed: return "\(head)\n    true: \(subject.cause)"
    case .namedRight, .namedWrong, .silent:
      return "\(head)\n    true: \(subject.cause)\n    said: \(words ?? "nothing")"
    case .accused, .unusable: return "\(head)\n    \(detail)"
    }
  }

  private var detail: String {
    switch verdict {
    case .failed(let failure):
      "\(failure.claim); \(failure.challenge): \(failure.finding); said: \(words ?? "nothing")"
    case .notCompiled(let diagnostics):
      diagnostics.map { "\($0.file):\($0.line): \($0.message)" }.joined(separator: "\n    ")
    case .crashed(let crash): "\(crash.reason) \(crash.location ?? "")"
    default: verdict.name
    }
  }
}
