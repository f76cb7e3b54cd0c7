import ArgumentParser
import Checking
import Lessons
import Runner
import Transcripts

/// `lesson list`.
struct ListCommand<Course: CourseDefinition>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list",
      abstract: "List the lessons and their exercises: points, hints read, and what is next.",
      discussion: """
        The points are those of now: an exercise that passed once and does not any more is marked, \
        and brings none. What is known is kept in .lesson/progress.toml.
        """)
  }

  @Flag(help: "Print the list as JSON.")
  var json = false

  @Option(help: "Colour: auto, always or never.")
  var color = ColorChoice.auto

  func run() throws {
    try reporting {
      let course = try CourseContext(Course.self)
      let standing = Standing(course, ProgressBook(course))
      if json {
        print(String(decoding: try Wire.encode(StandingJSON(standing)), as: UTF8.self))
      } else {
        let table = StandingTable(standing, Terminal(color), width: Terminal.outputWidth)
        for lesson in course.curriculum.lessons {
          print(table.line(lesson))
          for slot in lesson.exercises { print(table.line(try course.exercise(slot.id))) }
        }
        print(table.summary, terminator: "")
      }
      if !course.curriculum.errors.isEmpty { throw LessonErrors(course.curriculum.errors) }
    }
  }
}
