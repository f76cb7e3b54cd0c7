/// What the trusted side says about one exercise.
///
/// No result is a failure, never a pass.
public enum Verdict: Codable, Sendable, Equatable {
  /// Every check held; `checks` of them, and the worst error among them.
  case passed(checks: Int, worstError: Double)
  case failed(Failure)
  /// The starter is as it was.
  case notStarted
  case notCompiled([Diagnostic])
  case crashed(Crash)
  case timedOut(seconds: Double)
  /// The memory limit was reached.
  case memory(bytes: Int)
  /// Exercises that must pass first.
  case skipped(needs: [String])

  public var isPassed: Bool { if case .passed = self { true } else { false } }

  /// Attempted, and not right.
  public var isFailure: Bool {
    switch self {
    case .passed, .notStarted, .skipped: false
    case .failed, .notCompiled, .crashed, .timedOut, .memory: true
    }
  }

  /// The verdict in two words, for a terminal's line or a badge.
  public var name: String {
    switch self {
    case .passed: "passed"
    case .failed: "failed"
    case .notStarted: "not started"
    case .notCompiled: "not compiled"
    case .crashed: "crashed"
    case .timedOut: "timed out"
    case .memory: "out of memory"
    case .skipped: "skipped"
    }
  }
}

/// Where two results part for the first time.
public struct Divergence: Codable, Sendable, Equatable {
  /// As the lesson names it: "hidden", "dV".
  public var tensor: String
  /// 0-based, `nil` when the tensor has no time axis.
  public var timeStep: Int?
  /// 0-based, the remaining axes.
  public var index: [Int]
  /// Numbers as text, because one may be NaN, which JSON does not know.
  public var expected: String
  public var got: String
  /// The worst relative error in this tensor, and what would have been allowed.
  public var worstError: Double?
  public var tolerance: Double?

  public init(
    tensor: String, timeStep: Int? = nil, index: [Int] = [], expected: String, got: String,
    worstError: Double? = nil, tolerance: Double? = nil
  ) {
    self.tensor = tensor
    self.timeStep = timeStep
    self.index = index
    self.expected = expected
    self.got = got
    self.worstError = worstError
    self.tolerance = tolerance
  }

  /// "h[2, 0]", "hidden at step 2, index [0]".
  public var place: String {
    let index = index.isEmpty ? "" : "[\(index.map(String.init).joined(separator: ", "))]"
    return timeStep.map { "\(tensor)\(index) at step \($0)" } ?? "\(tensor)\(index)"
  }
}

/// How a program ended that did not end well.
public struct Crash: Codable, Sendable, Equatable {
  /// "Fatal error: index 5 is outside a vector of 5", or "signal 4, illegal instruction".
  public var reason: String
  /// The student's own line, if the backtrace names one: `Exercises/03-BPTT.swift:57`.
  public var location: String?
  public var function: String?

  public init(reason: String, location: String? = nil, function: String? = nil) {
    self.reason = reason
    self.location = location
    self.function = function
  }
}

/// One message of the compiler.
public struct Diagnostic: Codable, Sendable, Equatable {
  public enum Severity: String, Codable, Sendable { case error, warning, note }

  public var severity: Severity
  public var file: String
  /// 1-based.
  public var line: Int
  /// 1-based, in UTF-8 bytes, as the compiler counts.
  public var column: Int
  public var message: String
  /// The line of source and the caret below it, as the compiler prints them.
  public var excerpt: String
  /// One sentence for who meets this error for the first time; `nil` where there is none to give.
  public var help: String?

  public init(
    severity: Severity, file: String, line: Int, column: Int, message: String, excerpt: String = "",
    help: String? = nil
  ) {
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column
    self.message = message
    self.excerpt = excerpt
    self.help = help
  }
}
