import ArgumentParser
import Runner

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// `lesson doctor`.
struct DoctorCommand<Course: CourseDefinition>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "doctor", abstract: "Check that this machine has what the lessons need.")
  }

  @Option(help: "Colour: auto, always or never.")
  var color = ColorChoice.auto

  func run() throws {
    let terminal = Terminal(color)
    var isFit = true
    func say(_ holds: Bool, _ what: String, remedy: String? = nil, isNeeded: Bool = true) {
      let symbol =
        holds ? terminal.styled("✓", .green) : terminal.styled("✗", isNeeded ? .red : .yellow)
      print("\(symbol) \(what)")
      if !holds, let remedy { print("    \(remedy)") }
      if !holds && isNeeded { isFit = false }
    }
    for finding in Examination.findings(Course.modules) {
      say(finding.holds, finding.what, remedy: finding.remedy, isNeeded: finding.isNeeded)
    }
    do {
      let course = try CourseContext(Course.self)
      say(true, "course: \(course.curriculum.lessons.count) lessons in \(course.folder.root)")
      for error in course.curriculum.errors { say(false, "\(error)") }
    } catch {
      say(false, "course: \(error)", remedy: "run it in the course's folder")
    }
    guard isFit else { throw Ending.machineLacks }
    print("\nAll that the lessons need is here.")
  }
}
