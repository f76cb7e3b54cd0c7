import ArgumentParser
import Lessons
import Runner

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// `lesson reset 03.1`, `lesson reset 03`.
struct ResetCommand<Course: CourseDefinition>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "reset",
      abstract: "Put an exercise, or a lesson's whole file, back to its starter.",
      discussion: "Your text is kept in .lesson/backups before anything is changed.")
  }

  @Argument(help: "The exercise or the lesson: 03.1 or 03.")
  var what: String

  @Flag(name: [.short, .long], help: "Do not ask.")
  var yes = false

  func run() throws {
    try reporting {
      let course = try CourseContext(Course.self)
      let isExercise = what.contains(".")
      if isExercise { _ = try course.exercise(what) }
      guard
        let lesson = isExercise
          ? course.curriculum.lesson(ofExercise: what) : try course.lesson(what),
        let file = ExerciseFile(
          lesson, titles: course.titles, modules: Course.modules)
      else { throw ValidationError("no lesson has a starter for \(what)") }
      let reset = try StarterReset(
        file, exercise: isExercise ? what : nil, in: course.folder, tool: course.modules.tool)
      let path = reset.path
      guard !reset.isDone else {
        print("\(path) is as it was at the beginning; nothing to do")
        return
      }
      try confirm("Put \(isExercise ? "\(what) in \(path)" : path) back to its starter?")
      if let backup = try reset.write() { print("your text is kept in \(backup)") }
      print("\(path) is reset\(isExercise ? " at \(what)" : "")")
    }
  }

  private func confirm(_ question: String) throws {
    if yes { return }
    guard isatty(STDIN_FILENO) == 1 else {
      throw ValidationError("nobody is here to answer \"\(question)\"; say --yes to mean it")
    }
    Terminal.write("\(question) [y/N] ", to: STDERR_FILENO)
    guard let answer = readLine(), ["y", "yes"].contains(answer.lowercased()) else {
      print("nothing was changed")
      throw ExitCode.success
    }
  }
}
