import ArgumentParser
import Checking
import Lessons
import Runner
import Transcripts

/// `lesson`.
struct StatusCommand<Course: CourseDefinition>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "status", abstract: "Show how far you are and what comes next.")
  }

  @Option(help: "Colour: auto, always or never.")
  var color = ColorChoice.auto

  func run() throws {
    try reporting {
      let course = try CourseContext(Course.self)
      let terminal = Terminal(color)
      let standing = Standing(course)
      for lesson in course.curriculum.lessons { print(standing.line(lesson, terminal)) }
      print("\n\(standing.earned) of \(standing.points) points\n")
      if let next = standing.next {
        print("next: \(terminal.styled(next.sentence, .bold))")
      } else if !course.curriculum.lessons.isEmpty {
        print("next: every exercise passes. Well done.")
      }
      if !course.curriculum.errors.isEmpty { throw LessonErrors(course.curriculum.errors) }
    }
  }
}
