import Progression
import Testing

@Suite("CourseProgress")
struct CourseProgressTests {
  static let sample: CourseProgress = {
    var progress = CourseProgress()
    progress.workOn("03", at: Moment(seconds: 1_772_000_000))
    progress["03.1"].judged(
      "failed", points: 0, isAttempt: true, text: "0a1b2c3d", at: Moment(seconds: 1_772_000_100))
    progress["03.1"].judged(
      "passed", points: 8, isAttempt: true, text: "4e5f6a7b", at: Moment(seconds: 1_772_000_200))
    progress["03.1"].solution = Moment(seconds: 1_772_000_300)
    progress["03.2"].hints = 2
    return progress
  }()

  static let text = """
    # How far you are in this course, kept by lesson.
    lesson = "03"
    since = 2026-02-25T06:13:20Z

    ["03.1"]
    passed = 2026-02-25T06:16:40Z
    state = "passed"
    points = 8
    since = 2026-02-25T06:16:40Z
    text = "4e5f6a7b"
    attempts = 2
    solution = 2026-02-25T06:18:20Z

    ["03.2"]
    hints = 2

    """

  @Test("is written as TOML, a section per exercise in the order of ids and a line per fact")
  func writing() { #expect(Self.sample.text == Self.text) }

  @Test("a pass that no longer holds is a regression, and its first time stays")
  func regression() {
    var exercise = Self.sample["03.1"]
    #expect(exercise.passesNow && !exercise.isRegressed)
    exercise.judged(
      "failed", points: 0, isAttempt: true, text: "ff", at: Moment(seconds: 1_773_000_000))
    #expect(!exercise.passesNow && exercise.isRegressed)
    #expect(exercise.passed == Moment(seconds: 1_772_000_200))
    #expect(exercise.now?.points == 0)
    // How many it took is known, and does not grow any more.
    #expect(exercise.attempts == 2)
  }

  @Test("the same text judged again is no second attempt, and a starter is none at all")
  func attempts() {
    var exercise = ExerciseProgress()
    exercise.judged("not started", points: 0, isAttempt: false, text: "a", at: Moment(seconds: 1))
    #expect(exercise.attempts == 0)
    for _ in 0..<3 {
      exercise.judged("failed", points: 0, isAttempt: true, text: "b", at: Moment(seconds: 2))
    }
    #expect(exercise.attempts == 1)
    exercise.judged("crashed", points: 0, isAttempt: true, text: "c", at: Moment(seconds: 3))
    #expect(exercise.attempts == 2)
  }

  @Test("a clock that was put back does not make the newer verdict the older one")
  func clock() {
    var exercise = ExerciseProgress()
    exercise.judged("failed", points: 0, isAttempt: true, text: "a", at: Moment(seconds: 1000))
    let before = exercise
    exercise.judged("passed", points: 4, isAttempt: true, text: "b", at: Moment(seconds: 10))
    #expect(before.merged(with: exercise).passesNow)
  }

  @Test("merging is commutative, associative and idempotent, and survives the file")
  func merging() {
    var random = Dice(seed: 7)
    for _ in 0..<2000 {
      let (a, b, c) = (random.progress(), random.progress(), random.progress())
      #expect(a.merged(with: b) == b.merged(with: a))
      #expect(a.merged(with: b).merged(with: c) == a.merged(with: b.merged(with: c)))
      #expect(a.merged(with: a) == a)
      let merged = a.merged(with: b)
      #expect(merged.merged(with: a) == merged)
      #expect(merged.text == b.merged(with: a).text)
    }
  }

  @Test("two merge into the first pass, the most hints, the newest verdict and all other lines")
  func mergingByExample() {
    var a = CourseProgress(), b = CourseProgress()
    a["01.1"].judged("passed", points: 3, isAttempt: true, text: "a", at: Moment(seconds: 100))
    a["01.1"].hints = 1
    a["01.1"].kept.values["mood"] = "\"good\""
    b["01.1"].judged("passed", points: 3, isAttempt: true, text: "b", at: Moment(seconds: 200))
    b["01.1"].judged("failed", points: 0, isAttempt: true, text: "c", at: Moment(seconds: 300))
    b["01.1"].hints = 3
    b["01.2"].hints = 1
    let merged = a.merged(with: b)
    #expect(merged["01.1"].passed == Moment(seconds: 100))
    #expect(merged["01.1"].hints == 3)
    #expect(merged["01.1"].isRegressed)
    #expect(merged["01.1"].kept.values == ["mood": "\"good\""])
    #expect(merged["01.2"].hints == 1)
  }
}

/// Makes progress at random, with few values, so that equal ones meet.
private struct Dice {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % count
  }

  mutating func moment() -> Moment { Moment(seconds: 1_772_000_000 + below(4)) }

  mutating func kept() -> Kept {
    var kept = Kept()
    if below(3) == 0 { kept.values["mood"] = ["1", "\"x\"", "[1, 2]"][below(3)] }
    if below(4) == 0 { kept.comments.insert("# \(below(2))") }
    return kept
  }

  mutating func progress() -> CourseProgress {
    var progress = CourseProgress()
    if below(2) == 0 { progress.current = .init(lesson: "0\(below(3))", since: moment()) }
    progress.kept = kept()
    for id in ["01.1", "01.2"] where below(3) > 0 {
      var exercise = ExerciseProgress()
      if below(2) == 0 { exercise.passed = moment() }
      if below(2) == 0 { exercise.solution = moment() }
      exercise.hints = below(4)
      exercise.attempts = below(3)
      exercise.kept = kept()
      if below(3) > 0 {
        exercise.now = .init(
          since: moment(), state: ["passed", "failed"][below(2)], points: below(2),
          text: "\(below(2))")
      }
      progress[id] = exercise
    }
    return progress
  }
}
