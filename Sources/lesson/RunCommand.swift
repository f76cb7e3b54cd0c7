import ArgumentParser
import Lessons
import Report
import Runner
import Transcripts

/// `lesson run NN`.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run a lesson, check its exercises, and write its report.")

  @Argument(help: "The lesson: 03, 3 or bptt.")
  var lesson: String

  @Flag(help: "Run on the model answers instead of your files.")
  var reference = false

  @Flag(help: "Print the transcript as JSON instead of a summary.")
  var json = false

  @Option(name: [.short, .long], help: "Where to write the report.")
  var output: String?

  @Flag(help: "Open the report in a browser.")
  var open = false

  @Option(help: "Colour: auto, always or never.")
  var color = ColorChoice.auto

  func run() throws {
    try reporting {
      let course = try CourseContext()
      let lesson = try course.lesson(self.lesson)
      let mathErrors = ReportPage.mathErrors(in: lesson)
      guard mathErrors.isEmpty else { throw LessonErrors(mathErrors) }
      let terminal = Terminal(color)
      let progress = RunProgress(terminal)
      let standing = Standing(course)
      let summary = RunSummary(lesson, standing, terminal, isQuiet: json)
      summary.begin(reference ? .reference : .student)
      var run = LessonRun(
        folder: course.folder, curriculum: course.curriculum, exercises: course.exercises,
        toolchain: try Toolchain.find(remembering: course.folder),
        observe: { event in
          progress.observe(event)
          // A verdict is printed when it is known, not when the cells are through.
          if case .checked(let result) = event { summary.show(result) }
        })
      let transcript = try run.transcript(of: lesson, subject: reference ? .reference : .student)
      transcript.exercises.forEach(summary.show)
      run.observe = progress.observe
      let overlay = try run.overlay(for: transcript, of: lesson)
      progress.finish()

      let page = ReportPage(
        lesson: lesson, transcript: transcript, reference: overlay, titles: course.titles,
        passedElsewhere: reference ? nil : standing.passed)
      let path = try write(page.html, lesson, course.folder)
      if json {
        print(String(decoding: try Wire.encode(transcript), as: UTF8.self))
      } else {
        summary.end(transcript, report: path)
      }
      if open { Browser.open(path.hasPrefix("/") ? path : course.folder.root + "/" + path) }
      guard transcript.isClean else { throw Ending.failed }
    }
  }

  /// - Returns: the path to show: below the course's folder where it lies there.
  private func write(_ html: String, _ lesson: Lesson, _ folder: CourseFolder) throws -> String {
    let suffix = reference ? "-reference" : ""
    let path = output ?? "reports/\(lesson.number)-\(lesson.slug)\(suffix).html"
    do {
      try folder.write(html, to: output.map(absolute) ?? path)
    } catch {
      throw MissingTool(
        what: "the report cannot be written to \(path)",
        remedy: "name another place: --output PATH")
    }
    return path
  }

  /// A path on the command line is meant from where the command was typed.
  private func absolute(_ path: String) -> String { WorkingDirectory.absolute(path) }
}
