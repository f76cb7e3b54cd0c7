import ArgumentParser
import Foundation

/// `bench latency`.
struct LatencyBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "latency",
    abstract: "Seconds from an edited exercise file to the last verdict of lesson run 02.",
    discussion: """
      Run it in the course's folder. The exercises of lessons 01 and 02 are solved in a copy; each \
      turn changes the file, runs lesson, and compiles the same files with a bare swiftc.
      """)

  @Option(help: "Turns.")
  var turns = 10

  @Option(help: "The built program to measure; .build/debug/lesson is what swift run starts.")
  var program = ".build/debug/lesson"

  func run() throws {
    let course = try CourseCopy(of: FileManager.default.currentDirectoryPath, program: program)
    defer { course.remove() }
    _ = try course.verdicts(turn: 0)
    var lesson: [Double] = [], whole: [Double] = [], bare: [Double] = []
    for turn in 1...max(1, turns) {
      let (verdicts, report) = try course.verdicts(turn: turn)
      lesson.append(verdicts)
      whole.append(report)
      bare.append(try course.bareCompile())
    }
    print("lesson run 02 after an edit, all exercises solved; median of \(lesson.count) turns\n")
    print("  edit to last verdict printed   \(text(lesson.median, 3)) s")
    print("  edit to report written         \(text(whole.median, 3)) s")
    print("  bare swiftc -O of the files    \(text(bare.median, 3)) s")
    let ratios = zip(lesson, bare).map { $0 / $1 }
    print("\n  verdict / bare swiftc: \(text(ratios.median, 2))")
  }
}
