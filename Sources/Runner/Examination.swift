public import Lessons
import Transcripts

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Looks at what a machine has, by using it.
public enum Examination {
  /// One thing that is there or not.
  public struct Finding: Sendable {
    public var what: String
    public var holds: Bool
    /// What to do when it does not hold.
    public var remedy: String?
    /// Whether lessons fail without it.
    public var isNeeded: Bool
  }

  /// Finds the compiler, compiles a program with it, runs it, and has it crash with a line.
  ///
  /// - Parameter modules: of the course, whose frameworks are looked for.
  public static func findings(_ modules: CourseModules) -> [Finding] {
    let toolchain: Toolchain
    do {
      toolchain = try Toolchain.find()
    } catch {
      let missing = error as? MissingTool
      return [
        Finding(
          what: "compiler: \(missing?.what ?? "\(error)")", holds: false,
          remedy: missing?.remedy ?? "install Swift 6 from swift.org", isNeeded: true)
      ]
    }
    var result = [
      Finding(
        what: "compiler: \(toolchain.version), \(toolchain.compiler)", holds: true, remedy: nil,
        isNeeded: true)
    ]
    let place =
      FileManager.default.temporaryDirectory.path
      + "/lesson-doctor-\(ProcessInfo.processInfo.processIdentifier)"
    defer { try? FileManager.default.removeItem(atPath: place) }
    result += trial(toolchain, CourseFolder(root: place))
    result += modules.frameworks.map(finding)
    result.append(browser)
    return result
  }

  private static func trial(_ toolchain: Toolchain, _ folder: CourseFolder) -> [Finding] {
    do {
      let shelf = try ModuleShelf(
        ["Transcripts", "StudentRuntime"], toolchain: toolchain, state: folder.state)
      let program = Program(
        name: "doctor",
        main: """
          import StudentRuntime
          beginCell("doctor")
          #sourceLocation(file: "lessons/doctor.md", line: 7)
          let numbers = [1, 2, 3]
          print(numbers[CommandLine.arguments.count + 5])
          #sourceLocation()
          """,
        sources: [], shelf: shelf, usesReference: false, isOptimised: true)
      let clock = ContinuousClock.now
      let outcome = try Compiler(toolchain: toolchain, folder: folder).build(program)
      let seconds = (ContinuousClock.now - clock).formatted
      guard case .built(let executable) = outcome else {
        return [
          Finding(
            what: "a small program does not compile: \(outcome)", holds: false,
            remedy: "run swift build; is libc6-dev installed (apt-get install libc6-dev)?",
            isNeeded: true)
        ]
      }
      let last = try CellRun(executable: executable, root: folder.root, observe: { _ in })
        .results().last
      var location: String?
      if case .crashed(let crash)? = last?.status { location = crash.location }
      return [
        Finding(
          what: "a small program compiles in \(seconds) s and runs under limits", holds: true,
          remedy: nil, isNeeded: true),
        Finding(
          what: location == nil
            ? "a crash names no line" : "a crash names its line: \(location ?? "")",
          holds: location != nil,
          remedy: "the toolchain's swift-backtrace is missing or may not read processes here",
          isNeeded: false),
      ]
    } catch {
      return [
        Finding(
          what: "\(error)", holds: false, remedy: "run swift build, then lesson doctor",
          isNeeded: true)
      ]
    }
  }

  /// A framework: there or not, and no lesson but its own misses it.
  private static func finding(_ framework: CourseFramework) -> Finding {
    let isHere = FileManager.default.fileExists(atPath: framework.header)
    return Finding(
      what: isHere
        ? "\(framework.nativeName): \(framework.header)"
        : "\(framework.nativeName) is not on this machine; lesson \(framework.lessons) needs it, all "
          + "others do without",
      holds: isHere, remedy: framework.remedy, isNeeded: false)
  }

  private static var browser: Finding {
    let names = ["xdg-open", "open", "chromium", "google-chrome", "firefox"]
    let found = names.lazy.compactMap { Executable.find($0) }.first
    return Finding(
      what: found.map { "browser: \($0)" } ?? "no browser was found",
      holds: found != nil,
      remedy: "reports are plain HTML files; copy them to a machine with a browser",
      isNeeded: false)
  }
}

extension Duration {
  /// Seconds with one decimal.
  fileprivate var formatted: String {
    let (seconds, attoseconds) = components
    return "\(seconds).\(attoseconds / 100_000_000_000_000_000)"
  }
}
