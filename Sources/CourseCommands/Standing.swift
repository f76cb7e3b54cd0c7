import Checking
import Lessons
import Progression
import Runner
import Transcripts

/// How far a student has come: what is written down, and the newest results of each lesson where
/// nothing is.
struct Standing {
  let course: CourseContext
  private let progress: CourseProgress
  private var results: [String: ExerciseResult] = [:]

  init(_ course: CourseContext, _ book: ProgressBook) {
    self.course = course
    progress = book.progress
    let store = ResultStore(course.folder)
    for lesson in course.curriculum.lessons {
      for result in store.latest(lesson.number, .student)?.exercises ?? [] {
        results[result.id] = result
      }
    }
  }

  /// The program that runs the lessons.
  var tool: String { course.modules.tool }

  /// How one exercise stands.
  struct State {
    /// The newest verdict's name.
    var name: String
    /// What it brings now.
    var earned: Int
    var progress: ExerciseProgress

    var isPassed: Bool { name == ExerciseProgress.Now.passed }
    /// Passed once, and does not now.
    var isRegressed: Bool { progress.passed != nil && !isPassed }
    /// Attempted, and not right.
    var isFailing: Bool {
      !isPassed && name != Verdict.notStarted.name && name != Verdict.skipped(needs: []).name
    }
  }

  func state(_ id: String) -> State {
    let written = progress[id]
    // What is written down is never older than the results: these are kept for some verdicts only.
    return State(
      name: written.now?.state ?? results[id]?.verdict.name ?? Verdict.notStarted.name,
      earned: written.now?.points ?? results[id]?.earned ?? 0, progress: written)
  }

  /// The exercises that pass now.
  var passed: Set<String> {
    Set(course.exercises.map(\.id).filter { state($0).isPassed })
  }

  // MARK: - Points

  var points: Int { course.curriculum.lessons.map(points).reduce(0, +) }

  var earned: Int { course.curriculum.lessons.map(earned).reduce(0, +) }

  func points(_ lesson: Lesson) -> Int {
    lesson.exercises.compactMap { slot in course.exercises.first { $0.id == slot.id }?.points }
      .reduce(0, +)
  }

  func earned(_ lesson: Lesson) -> Int {
    lesson.exercises.map { state($0.id).earned }.reduce(0, +)
  }

  // MARK: - What comes next

  struct Next {
    var id: String
    var title: String
    var lesson: String
    /// `Exercises/03-BPTT.swift:42`: most terminals open it at a click.
    var place: String?
    /// What to type when the work is done.
    var command: String
  }

  /// What the student is at: in the lesson worked on last, and from there in the order of the lessons, what
  /// is broken before what is not begun; an exercise that builds on one that does not pass waits for it.
  var next: Next? {
    let lessons = course.curriculum.lessons
    let start = lessons.firstIndex { $0.number == progress.current?.lesson } ?? 0
    for lesson in lessons[start...] + lessons[..<start] {
      let open = lesson.exercises.filter { !state($0.id).isPassed }
      let ready = open.filter { $0.needs.allSatisfy { state($0).isPassed } }
      let broken = ready.first { state($0.id).isFailing }
      if let slot = broken ?? ready.first ?? open.first { return next(slot, in: lesson) }
    }
    return nil
  }

  private func next(_ slot: ExerciseSlot, in lesson: Lesson) -> Next {
    Next(
      id: slot.id, title: course.titles[slot.id] ?? "", lesson: lesson.number,
      place: course.place(of: slot.id), command: "swift run \(tool) run \(lesson.number)")
  }
}
