public import ArgumentParser
import Lessons
import Runner

/// The program with which people work on a course: runs, checks and reports its lessons.
///
///     @main
///     enum Lesson {
///       static func main() { CourseTool<Sorting>.run() }
///     }
public struct CourseTool<Course: CourseDefinition>: ParsableCommand {
  public static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: Course.modules.tool,
      abstract: "Run the lessons of a course, check your exercises, and see a report.",
      discussion: """
        Alone, \(Course.modules.tool) shows how far you are and what comes next.

        Exit codes: 0 nothing that was attempted fails; 1 something fails; 2 a lesson file is wrong; \
        3 this machine lacks something; 64 the command was mistyped.
        """,
      version: "0.1.0",
      subcommands: [
        StatusCommand<Course>.self, ListCommand<Course>.self, RunCommand<Course>.self,
        WatchCommand<Course>.self,
        HintCommand<Course>.self, SolutionCommand<Course>.self, ResetCommand<Course>.self,
        HandoutCommand<Course>.self,
        CheckCommand<Course>.self, NewCommand<Course>.self, DoctorCommand<Course>.self,
        ModelAnswersCommand<Course>.self,
      ] + Course.ownCommands,
      defaultSubcommand: StatusCommand<Course>.self)
  }

  public init() {}

  /// Does what the command line says, and exits.
  public static func run() {
    // Before anything is started: Ctrl-C must find every child.
    Interruption.prepare()
    main(nil)
  }
}
