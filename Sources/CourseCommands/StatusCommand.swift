import ArgumentParser
import Lessons
import Runner

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
      let standing = Standing(course, ProgressBook(course))
      let table = StandingTable(standing, Terminal(color), width: Terminal.outputWidth)
      for lesson in course.curriculum.lessons { print(table.line(lesson)) }
      print(table.summary, terminator: "")
      if !course.curriculum.errors.isEmpty { throw LessonErrors(course.curriculum.errors) }
    }
  }
}
