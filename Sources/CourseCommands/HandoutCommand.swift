import ArgumentParser
import Checking
import Handout
import Lessons
import Report
import Runner
import Transcripts

/// `lesson handout [NN…] --output DIR`.
struct HandoutCommand<Course: CourseDefinition>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "handout",
      abstract: "Make a static site of the lessons, for students or instructors.",
      discussion: """
        All cells run on the model answers; results that still hold are used again. The student edition \
        has contracts and starters, and is not written if a line of a solution is in it. Open index.html \
        in any browser, or put the folder on any web server.
        """)
  }

  /// For whom.
  enum Readers: EnumerableFlag {
    case starters, solutions

    static func help(for value: Readers) -> ArgumentHelp? {
      switch value {
      case .starters: "For students: contracts and starters, no solution."
      case .solutions: "For instructors: also solutions, hints and misconceptions."
      }
    }
  }

  @Argument(help: "The lessons: 03, 3 or bptt; all of them when none is named.")
  var lessons: [String] = []

  @Option(name: [.short, .long], help: "The folder to write the site to.")
  var output: String

  @Flag(exclusivity: .exclusive)
  var readers = Readers.starters

  @Flag(help: "Also print each page as PDF, by Chromium.")
  var pdf = false

  @Option(help: "Colour: auto, always or never.")
  var color = ColorChoice.auto

  func run() throws {
    try reporting {
      let course = try CourseContext(Course.self)
      let chosen = try chosenLessons(course)
      // Before anything runs: what cannot be done in the end is said at the beginning.
      let printer = pdf ? try PDFPrinter.find(for: course.folder) : nil
      let folder = try SiteFolder(WorkingDirectory.absolute(output), shownAs: output)
      let terminal = Terminal(color)
      let source = try HandoutSource(course, chosen)
      let answers = course.modelAnswers
      // For students, too: that a page shows no answer is proven only if all answers are known.
      let notes = try source.notes(answers)
      let edition = readers == .solutions ? Edition.instructor(notes) : .student

      let chapters = try chapters(of: chosen, course, terminal)
      let site = CourseSite(
        title: source.title, introduction: source.introduction, edition: edition,
        chapters: chapters, glossary: source.glossary, hasPDF: pdf)
      let files = site.files
      if readers == .starters {
        try refuseLeaks(LeakCheck(answers, lessons: course.curriculum.lessons).leaks(in: files))
      }
      try folder.write(files)
      if let printer {
        for page in site.printedPages { try folder.print(page, by: printer) }
      }
      print(
        "\(chosen.count) lesson\(chosen.count == 1 ? "" : "s"), \(files.count) files"
          + (pdf ? " and \(site.printedPages.count) PDFs" : "") + ": \(output)/index.html")
    }
  }

  private func chosenLessons(_ course: CourseContext) throws -> [Lesson] {
    guard !lessons.isEmpty else {
      guard course.curriculum.errors.isEmpty else {
        throw LessonErrors(course.curriculum.errors)
      }
      return course.curriculum.lessons
    }
    let named = Set(try lessons.map { try course.lesson($0).number })
    return course.curriculum.lessons.filter { named.contains($0.number) }
  }

  /// Every lesson with its results, kept ones where they still hold.
  private func chapters(
    of lessons: [Lesson], _ course: CourseContext, _ terminal: Terminal
  ) throws -> [CourseSite.Chapter] {
    let progress = RunProgress(terminal, tellsReuse: false)
    let run = LessonRun(
      folder: course.folder, curriculum: course.curriculum, exercises: course.exercises,
      modules: course.modules, toolchain: try Toolchain.find(remembering: course.folder),
      observe: { if case .reused = $0 {} else { progress.observe($0) } })
    let headings = Dictionary(
      course.exercises.map {
        ($0.id, CourseSite.ExerciseHeading(title: $0.title, points: $0.points))
      }, uniquingKeysWith: { a, _ in a })
    var failed: [String] = []
    let chapters = try lessons.map { lesson in
      let transcript = try run.transcript(of: lesson, subject: .reference)
      if !transcript.isSound { failed.append(lesson.number) }
      return CourseSite.Chapter(lesson: lesson, transcript: transcript, exercises: headings)
    }
    progress.finish()
    guard failed.isEmpty else {
      for number in failed {
        Terminal.error(
          "lesson \(number) fails on the model answers; lesson run \(number) --reference shows where"
        )
      }
      throw Ending.failed
    }
    return chapters
  }

  private func refuseLeaks(_ leaks: [LeakCheck.Leak]) throws {
    guard !leaks.isEmpty else { return }
    for leak in leaks { Terminal.error("\(leak)") }
    Terminal.error(
      "the student edition is not written: a cell or a sentence gives a solution's line away; write it "
        + "otherwise, in the lesson or in the model answer")
    throw Ending.courseIsWrong
  }
}

extension Transcript {
  /// Everything passed and every cell ran: what a handout shows is right.
  fileprivate var isSound: Bool {
    exercises.allSatisfy(\.verdict.isPassed) && isClean
      && cells.allSatisfy {
        switch $0.status {
        case .locked, .notReached: false
        default: true
        }
      }
  }
}
