import Checking
import CourseCommands
import Lessons
import SortingExercises

/// `swift run sorting`.
@main
enum SortingProgram {
  static func main() { CourseTool<SortingCourse>.run() }
}

/// Sorting cards.
enum SortingCourse: CourseDefinition {
  static let exercises = sortingExercises
  static let modules = CourseModules(
    tool: "sorting", given: ["Transcripts", "StudentRuntime", "Sorting"],
    importedByExercises: ["Sorting", "StudentRuntime"],
    importedByCells: ["Sorting", "StudentRuntime"], answers: ["SortingReference"])
}
