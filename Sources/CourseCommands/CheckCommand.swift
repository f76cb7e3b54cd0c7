import ArgumentParser
import Authoring
import Lessons
import Runner
import Transcripts

/// `lesson check`.
struct CheckCommand<Course: CourseDefinition>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: "For authors: look at everything in a lesson that could be wrong.",
      discussion: """
        Starters compile and count as not started; model answers pass; cells run and are of use; links \
        and anchors lead somewhere; figures have captions and descriptions; formulas convert; the \
        numbers in the prose are computed. What is wrong is printed as file:line, and the exit code \
        is 2.
        """)
  }

  @Argument(help: "The lessons: 03, 3 or bptt. All of them if none is named.")
  var lessons: [String] = []

  @Flag(help: "Only what can be seen without running anything.")
  var text = false

  @Flag(help: "Check again whenever the lesson is saved, and show its page live in a browser.")
  var watch = false

  @Option(help: "With --watch: where the live page is served, on this machine only.")
  var port: UInt16 = 4180

  @Flag(help: "With --watch: open the page in a browser.")
  var open = false

  @Flag(help: "Which check kills which misconception; a page in reports, and 2 when one lives.")
  var mutants = false

  @Option(help: "With --mutants: how many seeds, so that a kill by luck is seen.")
  var seeds = 5

  @Option(help: "Colour: auto, always or never.")
  var color = ColorChoice.auto

  func validate() throws {
    if watch, lessons.count != 1 {
      throw ValidationError("--watch looks at one lesson; name it: check 03 --watch")
    }
    if mutants, watch || text {
      throw ValidationError("--mutants looks at the checks alone; leave --watch and --text out")
    }
    guard seeds >= 1 else { throw ValidationError("--seeds takes 1 or more") }
  }

  func run() throws {
    try reporting {
      if watch {
        try AuthoringWatch<Course>(
          lesson: lessons[0], port: port, opensBrowser: open, terminal: Terminal(color)
        ).run()
        return
      }
      let course = try CourseContext(Course.self)
      let terminal = Terminal(color)
      var count = 0
      let files =
        lessons.isEmpty ? try course.folder.lessonFiles() : try lessons.map(course.file)
      let errors = course.curriculum.errors.filter { files.contains($0.file) }
      for error in errors { tell(Finding(.file, error), terminal, &count) }
      // A file that cannot be read has told all there is to tell.
      let broken = Set(errors.map(\.file))
      let chosen = course.curriculum.lessons.filter {
        files.contains($0.file) && !broken.contains($0.file)
      }
      if mutants {
        try review(chosen, course, terminal, &count)
        return
      }
      let progress = RunProgress(terminal, tellsReuse: false)
      let authoring = AuthoringRun(course, observe: progress.observe)
      for lesson in chosen {
        let report = try text ? authoring.text(of: lesson) : authoring.report(on: lesson)
        progress.finish()
        print(line(lesson, report, terminal))
        for finding in report.findings { tell(finding, terminal, &count) }
      }
      guard count == 0 else {
        print("\n\(count) \(count == 1 ? "thing" : "things") to mend")
        throw Ending.courseIsWrong
      }
      print("\nnothing to mend")
    }
  }

  private func review(
    _ lessons: [Lesson], _ course: CourseContext, _ terminal: Terminal, _ count: inout Int
  ) throws {
    let survivors = try MutantReview(course, terminal, seeds: seeds).run(lessons)
    for survivor in survivors { print("  \(terminal.styled("lives", .red)) \(survivor)") }
    count += survivors.count
    guard count == 0 else { throw Ending.courseIsWrong }
    print("no misconception lives")
  }

  private func line(_ lesson: Lesson, _ report: AuthoringRun.Report, _ terminal: Terminal) -> String
  {
    let mark =
      report.findings.isEmpty ? terminal.styled("✓", .green) : terminal.styled("✗", .red)
    let census = report.census.map { ": \($0.words)" } ?? ""
    let note = report.note.map { terminal.styled("\n    \($0)", .faint) } ?? ""
    return "\(mark) \(lesson.number) \(lesson.title)\(census)\(note)"
  }

  private func tell(_ finding: Finding, _ terminal: Terminal, _ count: inout Int) {
    count += 1
    let place = terminal.styled("\(finding.file):\(finding.line):", .bold)
    print(
      "    \(place) "
        + folded(finding.message, width: min(100, Terminal.width), indent: "      "))
  }
}
