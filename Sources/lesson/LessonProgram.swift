import ArgumentParser
import Checking
import Course
import CourseCommands
import Lessons

/// `lesson`, on this package's course.
@main
enum LessonProgram {
  static func main() { CourseTool<RecurrentNetworks>.run() }
}

/// RNNs and LSTMs from scratch.
enum RecurrentNetworks: CourseDefinition {
  static let exercises = courseExercises
  static let modules = CourseModules.recurrentNetworks
  static let ownCommands: [any ParsableCommand.Type] = [VerifyCommand.self]
}
