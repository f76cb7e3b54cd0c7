public import Transcripts

/// What `lesson watch` knows and shows: a value, and what each event makes of it.
public struct WatchState: Equatable, Sendable {
  public internal(set) var lesson: WatchedLesson
  /// The newest results of this lesson's exercises, by id.
  public internal(set) var results: [String: ExerciseResult]
  /// The exercise that is worked on; only a person moves it.
  public internal(set) var current: String
  public internal(set) var phase = Phase.resting
  public internal(set) var view = View.verdict(scroll: 0)
  /// What passes, here and in the lessons that this one builds on.
  public internal(set) var record: PassRecord
  /// Where the live page is served.
  public var page: String?
  /// Said once, in answer to a key.
  public internal(set) var notice: String?
  public internal(set) var end: CheckEnd?
  /// From the file's rest to the last verdict.
  public internal(set) var seconds: Double?
  public internal(set) var places: [String: ExercisePlace] = [:]
  /// Whose verdict this check has brought already.
  var fresh: Set<String> = []
  /// Of the newest check; what an older one says is not heard.
  public internal(set) var generation = 0
  /// Whether a person has chosen the current exercise.
  var isChosen = false
  /// What a check of all lessons has come to.
  var tally: Tally?

  /// What goes on.
  public enum Phase: Equatable, Sendable {
    /// Nothing; the verdicts hold.
    case resting
    /// Verdicts are on their way, and keys are not heard.
    case checking(CheckScope)
    /// The verdicts are there, and the cells run.
    case running(String, Progress?)
    /// Files are not there.
    case missing([String])
    /// The check could not be made.
    case stopped(String)
  }

  /// What stands in the middle of the screen.
  public enum View: Equatable, Sendable {
    /// The current exercise; `scroll` lines of its text are above the window.
    case verdict(scroll: Int)
    case hint(HintPage)
    /// All exercises, one of them marked.
    case list(cursor: Int)
    /// Whether to put the exercise back to its starter.
    case confirmReset(String)
  }

  struct Tally: Equatable, Sendable {
    var passed = 0
    var total = 0
    var failing: [String] = []
    var missing: [String] = []
  }

  /// - Parameters:
  ///   - results: of earlier runs, for what is shown before the first check.
  ///   - passed: exercises of any lesson that passed when it last ran.
  public init(_ lesson: WatchedLesson, results: [ExerciseResult] = [], passed: Set<String> = []) {
    self.lesson = lesson
    let own = results.filter { lesson.exercise($0.id) != nil }
    self.results = Dictionary(own.map { ($0.id, $0) }, uniquingKeysWith: { _, new in new })
    record = PassRecord(passed: passed.union(own.filter(\.verdict.isPassed).map(\.id)))
    current = lesson.exercises.first?.id ?? ""
    current = firstOpen ?? current
  }

  /// The first check, before anything is saved.
  public mutating func begin() -> [WatchEffect] { check(.lesson) }

  /// Takes note of an event.
  ///
  /// - Returns: what is to be done about it, in this order.
  public mutating func handle(_ event: WatchEvent) -> [WatchEffect] {
    switch event {
    case .stirred:
      // What the running check has still to say is about another text.
      generation += 1
      fresh = []
      phase = .checking(.lesson)
      notice = nil
      tally = nil
      // A question that was asked about the old text is not asked about the new one.
      if case .verdict = view {} else { view = .verdict(scroll: 0) }
      return [.cancel]
    case .settled(let missing):
      guard missing.isEmpty else {
        phase = .missing(missing)
        return []
      }
      return check(.lesson)
    case .key(let key): return press(key)
    case .check(let generation, let news):
      if generation == self.generation { hear(news) }
      return []
    case .hint(let page):
      view = .hint(page)
      return []
    case .resetDone(let id, let message, let hasChanged):
      notice = message
      if hasChanged { record.forget(id) }
      return []
    case .resized: return []
    }
  }

  mutating func check(_ scope: CheckScope) -> [WatchEffect] {
    generation += 1
    fresh = []
    phase = .checking(scope)
    notice = nil
    tally = scope == .all ? Tally() : nil
    if case .list = view {} else { view = .verdict(scroll: 0) }
    return [.cancel, .check(generation: generation, scope)]
  }

  // MARK: - News

  private mutating func hear(_ news: CheckNews) {
    switch news {
    case .verdict(let result):
      results[result.id] = result
      fresh.insert(result.id)
    case .verdicts(let all, let places, let seconds): take(all, places, seconds)
    case .lesson(let number, let results, let missing): count(number, results, missing)
    case .running(let what):
      if !isChecking { phase = .running(what, nil) }
    case .progress(let progress):
      if case .running(let what, _) = phase { phase = .running(what, progress) }
    case .ended(let end):
      if let tally { notice = words(tally) }
      self.end = end ?? self.end
      tally = nil
      phase = .resting
    case .gone(let paths): phase = .missing(paths)
    case .stopped(let message): phase = .stopped(message)
    }
  }

  private mutating func take(
    _ all: [ExerciseResult], _ places: [String: ExercisePlace], _ seconds: Double
  ) {
    for result in all where lesson.exercise(result.id) != nil { results[result.id] = result }
    record.note(all, isSave: isChosen)
    self.places = places
    self.seconds = seconds
    if !isChosen, let first = firstOpen { current = first }
    // From now on only a person moves it: what passes stays in sight.
    isChosen = true
    if tally == nil {
      phase = .running("compiling the cells", nil)
    } else {
      count(lesson.number, all.filter { lesson.exercise($0.id) != nil }, nil)
    }
  }

  private mutating func count(_ number: String, _ all: [ExerciseResult], _ missing: String?) {
    if number != lesson.number { record.note(all, isSave: false) }
    tally?.total += all.count
    tally?.passed += all.count { $0.verdict.isPassed }
    tally?.failing += all.filter(\.verdict.isFailure).map(\.id)
    if let missing { tally?.missing.append("lesson \(number) is not checked: \(missing)") }
  }

  private func words(_ tally: Tally) -> String {
    let failing = tally.failing.sorted()
    let what =
      failing.isEmpty
      ? "nothing that was begun fails"
      : failing.joined(separator: ", ") + (failing.count == 1 ? " fails" : " fail")
    let sentence = "up to lesson \(lesson.number), \(tally.passed) of \(tally.total) exercises "
    return ([sentence + "pass; " + what] + tally.missing).joined(separator: "; ")
  }

  // MARK: - What is open

  var isChecking: Bool { if case .checking = phase { true } else { false } }

  func isPassed(_ id: String) -> Bool { results[id]?.verdict.isPassed == true }

  /// The first exercise that does not pass.
  var firstOpen: String? { lesson.exercises.first { !isPassed($0.id) }?.id }

  /// The next one after the current that does not pass, from the beginning again after the last.
  var nextOpen: String? {
    let ids = lesson.exercises.map(\.id)
    let start = ids.firstIndex(of: current) ?? 0
    return (ids[start...] + ids[..<start]).first { !isPassed($0) }
  }

  public var passedCount: Int { lesson.exercises.count { isPassed($0.id) } }
  public var points: Int { lesson.exercises.map(\.points).reduce(0, +) }
  public var earned: Int {
    lesson.exercises.filter { isPassed($0.id) }.map(\.points).reduce(0, +)
  }
}
