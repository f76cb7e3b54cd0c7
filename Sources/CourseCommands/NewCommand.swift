import ArgumentParser
import Authoring
import Lessons
import Runner

/// `lesson new 10 attention`.
struct NewCommand<Course: CourseDefinition>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "new", abstract: "For authors: begin a lesson.",
      discussion:
        "Writes lessons/NN-slug.md, a short lesson in the rhythm of the others that passes "
        + "check. A file that is there already is never touched.")
  }

  @Argument(help: "The lesson's number, two digits: 10.")
  var number: String

  @Argument(help: "Its short name, as in lessons/10-attention.md: lower case, with dashes.")
  var slug: String

  @Option(help: "The title; made of the short name if there is none.")
  var title: String?

  func validate() throws {
    guard number.count == 2, number.allSatisfy({ $0.isASCII && $0.isNumber }) else {
      throw ValidationError("a lesson's number has two digits, as in 03 or 10; '\(number)' has not")
    }
    guard !slug.isEmpty, slug.count <= 60, slug.first != "-", slug.last != "-",
      slug.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") })
    else {
      throw ValidationError(
        "a short name is made of a–z, 0–9 and dashes, as in gated-units; '\(slug)' is not")
    }
  }

  func run() throws {
    try reporting {
      let course = try CourseContext(Course.self)
      let template = LessonTemplate(number: number, slug: slug, title: title)
      if let other = try course.folder.lessonFiles().first(where: {
        LessonFileName($0).map { $0.number == number || $0.slug == slug } ?? false
      }) {
        throw ValidationError("\(other) is there already; choose another number and name")
      }
      try course.folder.write(template.text, to: template.file)
      let tool = Course.modules.tool
      print(
        """
        \(template.file) is written. See it: swift run \(tool) run \(number) --reference --open
        While you write: swift run \(tool) check \(number) --watch
        An exercise needs three more things: its slot in the lesson (a Swift fence that begins with
        //| exercise: \(number).1), the exercise itself among the course's exercises, and a binding in
        Exercises/Bindings; then swift run \(tool) reset \(number) writes the student's file.
        """)
    }
  }
}
