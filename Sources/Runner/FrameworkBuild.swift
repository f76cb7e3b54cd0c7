import Foundation
import Lessons

/// Sees to it that the modules of a framework are built, the first time a lesson needs them.
///
/// `swift run lesson` builds what `lesson` links, and that is never the framework: a machine without it
/// runs all other lessons.
struct FrameworkBuild {
  var framework: CourseFramework
  var toolchain: Toolchain
  var folder: CourseFolder
  var observe: (RunEvent) -> Void

  /// - Throws: ``MissingTool`` with what to install.
  func prepare() throws {
    guard FileManager.default.fileExists(atPath: framework.header) else {
      throw MissingTool(
        what: "this lesson needs \(framework.nativeName), which is not on this machine",
        remedy: framework.remedy)
    }
    if isUpToDate { return }
    if BuildLock(folder: scratch).isHeldByAncestor {
      // Older than its sources, but it is there; waiting for the lock would never end.
      if isBuilt { return }
      throw notBuilt("the process that started this one holds \(scratch)")
    }
    let start = Date()
    observe(.building("the bridge to \(framework.nativeName), once"))
    try build()
    guard isBuilt else { throw notBuilt("swift build left no modules that use it") }
    try? folder.write("\(start.timeIntervalSince1970)\n", to: stamp)
  }

  /// When a build last ended well: what is older need not be built again, even where the package manager saw
  /// that a file had only been touched, and left the modules as they were.
  private var stamp: String { ".lesson/\(framework.name)-\(configuration)-built" }

  private func build() throws {
    guard let package else { throw notBuilt("the package's folder is not above \(scratch)") }
    guard let swift = Executable.find("swift") else {
      throw MissingTool(
        what: "swift is not on PATH", remedy: "install Swift 6 from swift.org and open a new shell")
    }
    let run = try Captured.run(
      swift,
      [
        "build", "--package-path", package, "--scratch-path", scratch, "-c", configuration,
        "--target", framework.answers,
      ], directory: package, limits: .package, seconds: 900)
    guard run.exit == .code(0) else {
      let output = PrintedText.cleaned((run.output + run.error).utf8.suffix(1200))
      throw notBuilt("swift build --target \(framework.answers) failed:\n\(output)")
    }
  }

  private func notBuilt(_ why: String) -> MissingTool {
    MissingTool(
      what: "the bridge to \(framework.nativeName) is not built: \(why)",
      remedy: "run swift build --target \(framework.answers) and look at its errors")
  }

  /// Whether all modules are there, made with the framework and not older than their sources.
  private var isUpToDate: Bool {
    guard isBuilt else { return false }
    guard let package else { return true }
    func age(ofSources module: String) -> Double {
      newest(of: "\(package)/Sources/\(module)", ending: [".swift", ".cpp", ".h"])
    }
    let lastBuild = folder.text(of: stamp).flatMap { Double($0.filter { !$0.isWhitespace }) } ?? 0
    let foundations = framework.buildsOn.map(age).max() ?? 0
    return modules.allSatisfy { module in
      let built = max(
        lastBuild, newest(of: "\(toolchain.products)/\(module).build", ending: [".o"]))
      let isOnFoundations = framework.cModules.contains(module) || foundations <= built
      return age(ofSources: module) <= built && isOnFoundations
    }
  }

  /// Whether all modules are there, and made with the framework: a build without it leaves modules of
  /// the same names.
  private var isBuilt: Bool {
    modules.allSatisfy { !objects(of: $0).isEmpty }
      && framework.cModules.allSatisfy { module in
        objects(of: module).contains { path in
          FileManager.default.contents(atPath: path)?.range(of: Data(framework.mark.utf8)) != nil
        }
      }
  }

  private var modules: [String] { framework.modules + framework.cModules + [framework.answers] }

  private func objects(of module: String) -> [String] {
    let folder = "\(toolchain.products)/\(module).build"
    return ((try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? [])
      .filter { $0.hasSuffix(".o") }.map { "\(folder)/\($0)" }
  }

  /// When the newest such file was written, in seconds; 0 where there is none.
  private func newest(of folder: String, ending: [String]) -> Double {
    let files = ((try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? [])
      .filter { file in ending.contains { file.hasSuffix($0) } }
    return files.compactMap { Double(FileAge.of("\(folder)/\($0)")) }.max() ?? 0
  }

  /// `.build/x86_64-unknown-linux-gnu/debug` without its last two parts.
  private var scratch: String {
    toolchain.products.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
      .joined(separator: "/")
  }

  private var configuration: String {
    toolchain.products.hasSuffix("/release") ? "release" : "debug"
  }

  private var package: String? {
    let above = scratch.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    return [above, folder.root].first {
      FileManager.default.fileExists(atPath: "\($0)/Package.swift")
        && FileManager.default.fileExists(atPath: "\($0)/Sources/\(framework.name)")
    }
  }
}
