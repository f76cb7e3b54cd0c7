import ArgumentParser
import Checking
import Course
import CourseCommands
import Lessons
import Runner

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `lesson verify FILE…`.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Compare an implementation with golden files, number by number.",
    discussion: "1e-10 relative is allowed. Exit code 1 when a number is further off.")

  /// Whose code is compared.
  enum Implementation: String, ExpressibleByArgument, CaseIterable {
    case reference, student
  }

  @Argument(help: "Golden files, JSON.")
  var files: [String]

  @Option(help: "Compare the reference or the student's files.")
  var implementation = Implementation.reference

  @Option(help: "Colour: auto, always or never.")
  var color = ColorChoice.auto

  func run() throws {
    try reporting {
      let terminal = Terminal(color)
      let program = try implementation == .student ? StudentProgram() : nil
      defer { program?.end() }
      let ask: Ask = program.map { program in { program.ask($0, $1) } } ?? Self.reference
      var unreadable = 0
      var wrong = 0
      for file in files {
        guard let data = FileManager.default.contents(atPath: WorkingDirectory.absolute(file))
        else {
          Terminal.error("\(file): the file cannot be read")
          unreadable += 1
          continue
        }
        do {
          let report = try GoldenFile.verify(data, against: ask)
          print(line(file, report, terminal))
          if !report.failures.isEmpty { wrong += 1 }
        } catch let error as GoldenError {
          Terminal.error("\(file): \(error)")
          if case .noAnswer = error { wrong += 1 } else { unreadable += 1 }
        }
      }
      let right = files.count - wrong - unreadable
      print("\(right) of \(files.count) golden files agree")
      if wrong > 0 { throw Ending.failed }
      if unreadable > 0 { throw Ending.courseIsWrong }
    }
  }

  private func line(_ file: String, _ report: GoldenReport, _ terminal: Terminal) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let padded = name + String(repeating: " ", count: max(1, 34 - name.count))
    let worst =
      report.worst.error == 0
      ? "worst error 0"
      : "worst error \(scientific(report.worst.error)) in \(report.worst.tensor)"
    if report.failures.isEmpty {
      return "\(terminal.styled("✓", .green)) \(padded)\(report.compared) values, \(worst)"
    }
    return "\(terminal.styled("✗", .red)) \(padded)\(worst)\n"
      + report.failures.prefix(8).map { "    \($0)" }.joined(separator: "\n")
  }

  private static func reference(_ id: String, _ input: Data) -> CallOutcome {
    courseExercises.first { $0.id == id }?.reference(input) ?? .noReply("there is no such exercise")
  }
}

/// All of the student's files as one program that answers.
private final class StudentProgram {
  private let conversation: Conversation

  init() throws {
    let course = try CourseContext(RecurrentNetworks.self)
    // No golden file asks for the framework, and not every machine has it.
    guard
      let last = course.curriculum.lessons.last(where: {
        !$0.exercises.isEmpty && $0.frontMatter.framework == nil
      })
    else {
      throw LessonErrors(course.curriculum.errors)
    }
    let run = LessonRun(
      folder: course.folder, curriculum: course.curriculum, exercises: course.exercises,
      modules: course.modules,
      toolchain: try Toolchain.find(remembering: course.folder))
    // The thousand epochs of the notebook take a plain implementation a minute or two.
    conversation = try run.conversation(on: last, patience: 600)
  }

  func ask(_ id: String, _ input: Data) -> CallOutcome { conversation.ask(id, input) }

  func end() { conversation.end() }
}
