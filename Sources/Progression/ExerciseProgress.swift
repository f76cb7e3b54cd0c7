/// What is known of one exercise: what has ever been reached, and how it stands.
///
/// Two of them merge into what both know, whatever the order; see ``merged(with:)``.
public struct ExerciseProgress: Sendable, Equatable {
  /// When it passed for the first time.
  public var passed: Moment?
  /// How many of its hints have been read.
  public var hints = 0
  /// How many different texts were judged until one passed.
  public var attempts = 0
  /// When the model answer was looked at first.
  public var solution: Moment?
  /// The newest verdict; `nil` while there is none.
  public var now: Now?
  /// What a person or a later version has written here.
  public var kept = Kept()

  public init() {}

  /// How an exercise stands since it was changed last.
  public struct Now: Sendable, Equatable {
    public var since: Moment
    /// A verdict's name: "passed", "failed", "not compiled".
    public var state: String
    public var points: Int
    /// A name for the text that was judged, so that judging it again is no second attempt.
    public var text: String

    public init(since: Moment, state: String, points: Int, text: String) {
      self.since = since
      self.state = state
      self.points = points
      self.text = text
    }

    public static let passed = "passed"
  }

  public var passesNow: Bool { now?.state == Now.passed }

  /// Passed once and does not any more.
  public var isRegressed: Bool { passed != nil && now != nil && !passesNow }
}

extension ExerciseProgress {
  /// Writes a verdict down.
  ///
  /// - Parameters:
  ///   - isAttempt: whether somebody has tried: an untouched starter is no attempt.
  ///   - text: a name for the text that was judged.
  public mutating func judged(
    _ state: String, points: Int, isAttempt: Bool, text: String, at moment: Moment
  ) {
    if isAttempt, passed == nil, now?.text != text { attempts += 1 }
    if state == Now.passed { passed = passed ?? moment }
    if now?.state != state || now?.points != points || now?.text != text {
      // A clock that was put back must not make the newer verdict the older one.
      let since = max(moment, now?.since ?? moment)
      now = Now(since: since, state: state, points: points, text: text)
    }
  }

  /// What both know: the earliest of what happened once, the most of what is counted, the newest verdict.
  ///
  /// Commutative, associative, and idempotent, so that copies of a file meet in any order and any number
  /// of times. For that an attempt made here and another made elsewhere count as one: the sum would
  /// grow with every meeting.
  public func merged(with other: ExerciseProgress) -> ExerciseProgress {
    var result = ExerciseProgress()
    result.passed = earliest(passed, other.passed)
    result.hints = max(hints, other.hints)
    result.attempts = max(attempts, other.attempts)
    result.solution = earliest(solution, other.solution)
    result.now = newest(now, other.now)
    result.kept = kept.merged(with: other.kept)
    return result
  }
}

private func earliest(_ a: Moment?, _ b: Moment?) -> Moment? {
  guard let a, let b else { return a ?? b }
  return min(a, b)
}

private func newest(
  _ a: ExerciseProgress.Now?, _ b: ExerciseProgress.Now?
) -> ExerciseProgress.Now? {
  guard let a, let b else { return a ?? b }
  // Of two verdicts of one second any may win, as long as it is always the same one.
  return (a.since, a.state, a.points, a.text) < (b.since, b.state, b.points, b.text) ? b : a
}

/// Lines that are not ours: keys of a later version, comments of a person.
public struct Kept: Sendable, Equatable {
  /// Values as they were written, by key.
  public var values: [String: String] = [:]
  /// Each with its `#`.
  public var comments: Set<String> = []

  public init() {}

  /// All lines of both; of two values of one key, the greater text.
  public func merged(with other: Kept) -> Kept {
    var result = self
    result.values.merge(other.values, uniquingKeysWith: max)
    result.comments.formUnion(other.comments)
    return result
  }
}
