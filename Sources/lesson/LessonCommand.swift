import ArgumentParser
import Runner

/// Runs, checks and reports the lessons of a course.
@main
struct LessonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson",
    abstract: "Run the lessons of a course, check your exercises, and see a report.",
    discussion: """
      Alone, lesson shows how far you are and what comes next.

      Exit codes: 0 nothing that was attempted fails; 1 something fails; 2 a lesson file is wrong; \
      3 this machine lacks something; 64 the command was mistyped.
      """,
    version: "0.1.0",
    subcommands: [
      StatusCommand.self, ListCommand.self, RunCommand.self, VerifyCommand.self, HintCommand.self,
      ResetCommand.self, DoctorCommand.self,
    ],
    defaultSubcommand: StatusCommand.self)

  static func main() {
    // Before anything is started: Ctrl-C must find every child.
    Interruption.prepare()
    main(nil)
  }
}
