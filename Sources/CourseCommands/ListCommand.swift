import ArgumentParser
import Checking
import Lessons
import Runner
import Transcripts

/// `lesson list`.
struct ListCommand<Course: CourseDefinition>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list", abstract: "List the lessons and their exercises, with points.")
  }

  @Option(help: "Colour: auto, always or never.")
  var color = ColorChoice.auto

  func run() throws {
    try reporting {
      let course = try CourseContext(Course.self)
      let terminal = Terminal(color)
      let standing = Standing(course)
      for lesson in course.curriculum.lessons {
        print(standing.line(lesson, terminal))
        for slot in lesson.exercises {
          let exercise = try course.exercise(slot.id)
          let verdict = standing.verdict(slot.id)?.name ?? "not started"
          let title = "\(slot.id) \(exercise.title)"
          let padding = String(repeating: " ", count: max(1, 34 - title.count))
          let points = exercise.points == 1 ? "1 point " : "\(exercise.points) points"
          print("     \(title)\(padding)\(points)  \(terminal.styled(verdict, .faint))")
        }
      }
      if !course.curriculum.errors.isEmpty { throw LessonErrors(course.curriculum.errors) }
    }
  }
}
