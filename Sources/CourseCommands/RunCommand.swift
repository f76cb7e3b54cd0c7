import ArgumentParser
import Lessons
import Report
import Runner
import Transcripts

/// `lesson run NN`.
struct RunCommand<Course: CourseDefinition>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "run", abstract: "Run a lesson, check its exercises, and write its report.")
  }

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
      let course = try CourseContext(Course.self)
      let lesson = try course.lesson(self.lesson)
      let mathErrors = ReportPage.mathErrors(in: lesson)
      guard mathErrors.isEmpty else { throw LessonErrors(mathErrors) }
      let terminal = Terminal(color)
      let progress = RunProgress(terminal)
      let book = ProgressBook(course)
      let standing = Standing(course, book)
      let summary = RunSummary(lesson, standing, terminal, isQuiet: json)
      summary.begin(reference ? .reference : .student)
      var run = LessonRun(
        folder: course.folder, curriculum: course.curriculum, exercises: course.exercises,
        modules: course.modules,
        toolchain: try Toolchain.find(remembering: course.folder),
        observe: { event in
          progress.observe(event)
          // A verdict is printed when it is known, not when the cells are through.
          if case .checked(let result) = event {
            summary.show(result)
            // Written down at once: what follows may take minutes, and be interrupted.
            if !reference { book.record([result], of: lesson) }
          }
        })
      let transcript = try run.transcript(of: lesson, subject: reference ? .reference : .student)
      transcript.exercises.forEach(summary.show)
      if !reference { book.record(transcript.exercises, of: lesson) }
      run.observe = progress.observe
      let overlay = try run.overlay(for: transcript, of: lesson)
      progress.finish()

      let page = ReportPage(
        lesson: lesson, transcript: transcript, reference: overlay, titles: course.titles,
        tool: course.modules.tool,
        passedElsewhere: reference ? nil : standing.passed)
      let path = absolutePath(lesson, course.folder)
      let shownPath = shown(path, course.folder)
      let isWritten = (try? course.folder.write(page.html, to: path)) != nil
      if json {
        print(String(decoding: try Wire.encode(transcript), as: UTF8.self))
      } else {
        summary.end(transcript, report: isWritten ? shownPath : "not written")
      }
      guard isWritten else {
        throw MissingTool(
          what: "the report cannot be written to '\(shownPath)'",
          remedy: "is it a folder, or not yours to write? Name another place: --output PATH")
      }
      if open { Browser.open(path) }
      guard transcript.isClean else { throw Ending.failed }
    }
  }

  /// Where the report goes; a path on the command line is meant from where the command was typed.
  private func absolutePath(_ lesson: Lesson, _ folder: CourseFolder) -> String {
    let suffix = reference ? "-reference" : ""
    return output.map(WorkingDirectory.absolute)
      ?? "\(folder.reports)/\(lesson.number)-\(lesson.slug)\(suffix).html"
  }

  /// As it was typed, or below the course's folder.
  private func shown(_ path: String, _ folder: CourseFolder) -> String {
    output ?? String(path.dropFirst(folder.root.count + 1))
  }
}
