import ArgumentParser
import Consoles
import Lessons
import Runner

/// `lesson watch 02`.
struct WatchCommand<Course: CourseDefinition>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "watch",
      abstract: "Check your exercises each time you save, and show what comes of it.",
      discussion: """
        The exercise you are at comes first, and below it whatever passed before and fails now. Keys: \
        n next, r run, h hint, l list, c check all, x reset, q quit. With --serve the lesson's page is \
        live in a browser, and draws the loss while a cell trains.
        """)
  }

  @Argument(help: "The lesson: 03, 3 or bptt; the first that is not done if none is named.")
  var lesson: String?

  @Flag(help: "Show the lesson's page live in a browser.")
  var serve = false

  @Option(help: "With --serve: where the page is served, on this machine only.")
  var port: UInt16 = 4180

  @Flag(help: "With --serve: open the page in a browser.")
  var open = false

  @Option(help: "Colour: auto, always or never.")
  var color = ColorChoice.auto

  func validate() throws {
    if open, !serve { throw ValidationError("--open opens the page that is served: add --serve") }
  }

  func run() throws {
    try reporting {
      let course = try CourseContext(Course.self)
      let lesson = try lesson(in: course)
      guard Console.isThere else {
        throw ValidationError(
          "watch needs a terminal: it reads keys and redraws its screen. "
            + "swift run \(course.modules.tool) run \(lesson.number) checks once, anywhere")
      }
      let session = try WatchSession(
        Course.self, course, lesson, color: Terminal(color), port: serve ? port : nil,
        opensBrowser: open)
      try session.run()
    }
  }

  private func lesson(in course: CourseContext) throws -> Lesson {
    guard let name = lesson else {
      let standing = Standing(course, ProgressBook(course))
      let worked = course.curriculum.lessons.filter { $0.frontMatter.exercises != nil }
      let open = worked.first { lesson in
        lesson.exercises.contains { !standing.state($0.id).isPassed }
      }
      guard let lesson = open ?? worked.last else {
        throw ValidationError("no lesson of this course has exercises to watch")
      }
      return try course.lesson(lesson.number)
    }
    let lesson = try course.lesson(name)
    guard lesson.frontMatter.exercises != nil else {
      throw ValidationError(
        "lesson \(lesson.number) has no exercises to watch; "
          + "swift run \(course.modules.tool) run \(lesson.number) runs it")
    }
    return lesson
  }
}
