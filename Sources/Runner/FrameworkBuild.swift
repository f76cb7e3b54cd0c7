#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

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
        what: "this lesson needs \(framework.library), which is not on this machine",
        remedy: framework.remedy)
    }
    // A build without the framework has modules of the same names: only a build of ours counts.
    let note = ".lesson/framework-\(framework.name)"
    if let stamp, folder.text(of: note) == stamp { return }
    observe(.building("the bridge to \(framework.library), once"))
    try build()
    guard let stamp else { throw notBuilt("swift build left no modules") }
    try folder.write(stamp, to: note)
  }

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
      what: "the bridge to \(framework.library) is not built: \(why)",
      remedy: "run swift build --target \(framework.answers) and look at its errors")
  }

  /// Follows from when the modules were built; `nil` where there are none.
  private var stamp: String? {
    let modules = framework.modules + framework.cModules + [framework.answers]
    let folders = modules.map { "\(toolchain.products)/\($0).build" }
    guard folders.allSatisfy({ FileManager.default.fileExists(atPath: $0) }) else { return nil }
    var fingerprint = Fingerprint()
    for folder in folders {
      let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
        .filter { $0.hasSuffix(".o") }.sorted()
      guard !names.isEmpty else { return nil }
      for name in names { fingerprint.add("\(name) \(FileAge.of("\(folder)/\(name)"))") }
    }
    return fingerprint.name
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
