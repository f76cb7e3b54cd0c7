import ArgumentParser
import Lessons
import Runner

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
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
      let path = course.folder.exercisePath(file.name)
      let old = course.folder.text(of: path)
      let new = try isExercise ? resetting(file, in: old, path) : file.text
      if old == new {
        print("\(path) is as it was at the beginning; nothing to do")
        return
      }
      try confirm("Put \(isExercise ? "\(what) in \(path)" : path) back to its starter?")
      if let old {
        let backup = unusedBackup(of: file.name, in: course.folder)
        try course.folder.write(old, to: backup)
        print("your text is kept in \(backup)")
      }
      try course.folder.write(new, to: path)
      print("\(path) is reset\(isExercise ? " at \(what)" : "")")
    }
  }

  private func resetting(_ file: ExerciseFile, in old: String?, _ path: String) throws -> String {
    guard let old else { return file.text }
    if let new = file.resetting(what, in: old) { return new }
    throw ValidationError(
      "the line // MARK: - \(what) is no longer in \(path), so its section cannot be found; "
        + "\(Course.modules.tool) reset \(what.prefix(2)) resets the whole file")
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

  /// A name by time, and by number within one second: a backup never replaces a backup.
  private func unusedBackup(of name: String, in folder: CourseFolder) -> String {
    // 2026-03-01T10-15-30Z: sorts by time, and no file system minds it.
    let stamp = Date().formatted(.iso8601).replacing(":", with: "-")
    var path = ".lesson/backups/\(stamp)-\(name)"
    var number = 2
    while folder.text(of: path) != nil {
      path = ".lesson/backups/\(stamp)-\(number)-\(name)"
      number += 1
    }
    return path
  }
}
