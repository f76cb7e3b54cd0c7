import Checking
import Lessons
import Progression
import Runner

/// How far a student has come, for other programs: what `list --json` prints.
///
/// Times are text as in the file of progress; what is not known is left out.
struct StandingJSON: Codable {
  var points: Int
  var earned: Int
  var lessons: [LessonEntry]
  var next: NextEntry?

  struct LessonEntry: Codable {
    var number: String
    var title: String
    var file: String
    var points: Int
    var earned: Int
    var exercises: [ExerciseEntry]
  }

  struct ExerciseEntry: Codable {
    var id: String
    var title: String
    var points: Int
    var earned: Int
    /// The newest verdict's name.
    var state: String
    /// Passed once and does not now.
    var isRegressed: Bool
    var firstPassed: String?
    var attempts: Int
    var hintsRead: Int
    var solutionSeen: String?
    /// `Exercises/03-BPTT.swift:42`.
    var place: String?
  }

  struct NextEntry: Codable {
    var id: String
    var title: String
    var place: String?
    var command: String
  }

  init(_ standing: Standing) throws {
    points = standing.points
    earned = standing.earned
    lessons = try standing.course.curriculum.lessons.map { lesson in
      LessonEntry(
        number: lesson.number, title: lesson.title, file: lesson.file,
        points: standing.points(lesson), earned: standing.earned(lesson),
        exercises: try lesson.exercises.map { slot in
          let exercise = try standing.course.exercise(slot.id)
          let state = standing.state(slot.id)
          return ExerciseEntry(
            id: slot.id, title: exercise.title, points: exercise.points, earned: state.earned,
            state: state.name, isRegressed: state.isRegressed,
            firstPassed: state.progress.passed?.description, attempts: state.progress.attempts,
            hintsRead: state.progress.hints, solutionSeen: state.progress.solution?.description,
            place: standing.course.place(of: slot.id))
        })
    }
    next = standing.next.map {
      NextEntry(id: $0.id, title: $0.title, place: $0.place, command: $0.command)
    }
  }
}
