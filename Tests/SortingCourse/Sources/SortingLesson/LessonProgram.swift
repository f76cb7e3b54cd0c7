import Checking
import CourseCommands
import Lessons
import SortingExercises

/// `swift run lesson`.
@main
enum LessonProgram {
  static func main() { CourseTool<SortingCourse>.run() }
}

/// Sorting cards.
enum SortingCourse: CourseDefinition {
  static let exercises = sortingExercises
  static let modules = CourseModules(
    given: ["Transcripts", "StudentRuntime", "Sorting"],
    importedByExercises: ["Sorting", "StudentRuntime"],
    importedByCells: ["Sorting", "StudentRuntime"], answers: ["SortingReference"])
}
