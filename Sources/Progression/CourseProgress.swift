/// How far a course has come: a value that is read, changed, merged and written whole.
public struct CourseProgress: Sendable, Equatable {
  /// The lesson that is now worked on.
  public var current: Current?
  /// By exercise id.
  public var exercises: [String: ExerciseProgress] = [:]
  /// What stands before the first exercise and is not ours.
  public var kept = Kept()

  public init() {}

  public struct Current: Sendable, Equatable {
    /// `"03"`.
    public var lesson: String
    public var since: Moment

    public init(lesson: String, since: Moment) {
      self.lesson = lesson
      self.since = since
    }
  }

  /// What is known of an exercise; nothing is known of one that nobody touched.
  public subscript(_ id: String) -> ExerciseProgress {
    get { exercises[id] ?? ExerciseProgress() }
    set { exercises[id] = newValue == ExerciseProgress() ? nil : newValue }
  }

  /// Notes which lesson is worked on; the same one again is no news.
  public mutating func workOn(_ lesson: String, at moment: Moment) {
    guard current?.lesson != lesson else { return }
    current = Current(lesson: lesson, since: max(moment, current?.since ?? moment))
  }

  /// What both know; commutative, associative, and idempotent.
  public func merged(with other: CourseProgress) -> CourseProgress {
    var result = CourseProgress()
    result.exercises = exercises.merging(other.exercises) { $0.merged(with: $1) }
    result.kept = kept.merged(with: other.kept)
    if let a = current, let b = other.current {
      result.current = (a.since, a.lesson) < (b.since, b.lesson) ? b : a
    } else {
      result.current = current ?? other.current
    }
    return result
  }
}
