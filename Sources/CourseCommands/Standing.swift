import Checking
import Lessons
import Runner
import Transcripts

/// How far a student has come, by the newest results of each lesson.
struct Standing {
  private var course: CourseContext
  private var results: [String: ExerciseResult] = [:]

  init(_ course: CourseContext) {
    self.course = course
    let store = ResultStore(course.folder)
    for lesson in course.curriculum.lessons {
      for result in store.latest(lesson.number, .student)?.exercises ?? [] {
        results[result.id] = result
      }
    }
  }

  /// The program that runs the lessons.
  var tool: String { course.modules.tool }

  func verdict(_ id: String) -> Verdict? { results[id]?.verdict }

  /// The exercises that passed when their lesson last ran.
  var passed: Set<String> { Set(results.values.filter(\.verdict.isPassed).map(\.id)) }

  var points: Int {
    course.curriculum.lessons.map(points).reduce(0, +)
  }

  var earned: Int {
    course.curriculum.lessons.map(earned).reduce(0, +)
  }

  private func points(_ lesson: Lesson) -> Int {
    lesson.exercises.compactMap { slot in course.exercises.first { $0.id == slot.id }?.points }
      .reduce(0, +)
  }

  private func earned(_ lesson: Lesson) -> Int {
    lesson.exercises.compactMap { results[$0.id]?.earned }.reduce(0, +)
  }

  func line(_ lesson: Lesson, _ terminal: Terminal) -> String {
    let passed = lesson.exercises.filter { results[$0.id]?.verdict.isPassed == true }.count
    let total = lesson.exercises.count
    let isDone = passed == total
    let symbol = isDone ? terminal.styled("✓", .green) : passed > 0 ? "▸" : "·"
    let title = "\(lesson.number) \(lesson.title)"
    let padding = String(repeating: " ", count: widestTitle + 2 - title.count)
    return "\(symbol)  \(title)\(padding)\(passed)/\(total) exercises  "
      + "\(earned(lesson))/\(points(lesson)) points"
  }

  /// Columns of the longest "03 Title".
  private var widestTitle: Int {
    course.curriculum.lessons.map { $0.number.count + 1 + $0.title.count }.max() ?? 0
  }

  struct Next {
    var sentence: String
  }

  /// The first exercise that does not pass yet, in the order of the lessons.
  var next: Next? {
    for lesson in course.curriculum.lessons {
      for slot in lesson.exercises where results[slot.id]?.verdict.isPassed != true {
        let title = course.titles[slot.id] ?? ""
        let file = lesson.frontMatter.exercises.map { " in Exercises/\($0)" } ?? ""
        return Next(
          sentence: "\(slot.id) \(title)\(file), then swift run \(tool) run \(lesson.number)")
      }
    }
    return nil
  }
}
