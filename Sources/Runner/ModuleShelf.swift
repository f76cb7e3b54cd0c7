import Lessons

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The modules that one kind of program may import, and nothing beside them.
///
/// SwiftPM keeps every module of the package in one folder; a student's program compiled against that
/// folder could import the reference. The shelf links only what is allowed.
struct ModuleShelf: Sendable {
  /// The folder for `-I`.
  var folder: String
  /// Object files to link.
  var objects: [String]
  /// Where the C modules are described that the Swift ones stand on.
  var moduleMaps: [String] = []
  /// Libraries from outside.
  var linkerFlags: [String] = []
  /// Changes when a module is built anew.
  var version: String

  /// - Parameter frameworks: linked too, with what they stand on.
  init(
    _ modules: [String], frameworks: [CourseFramework] = [], toolchain: Toolchain, state: String
  ) throws {
    let files = FileManager.default
    var fingerprint = Fingerprint()
    var objects: [String] = []
    let swiftModules = modules + frameworks.flatMap(\.modules)
    for module in swiftModules + frameworks.flatMap(\.cModules) {
      let build = "\(toolchain.products)/\(module).build"
      let names = ModuleBuild(build).objects
      guard !names.isEmpty else {
        throw MissingTool(
          what: "the module \(module) has no object files in \(build)",
          remedy: "run swift build, then lesson again")
      }
      objects += names.map { "\(build)/\($0)" }
      fingerprint.add(module)
      fingerprint.add(FileAge.of("\(toolchain.products)/Modules/\(module).swiftmodule"))
      for name in names { fingerprint.add(FileAge.of("\(build)/\(name)")) }
    }
    self.objects = objects
    moduleMaps = frameworks.flatMap(\.cModules).map {
      "\(toolchain.products)/\($0).build/module.modulemap"
    }
    linkerFlags = frameworks.flatMap(\.linkerFlags)
    version = fingerprint.name
    folder = "\(state)/modules/\(version)"
    if !files.fileExists(atPath: folder) {
      try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for module in swiftModules {
        try? files.createSymbolicLink(
          atPath: "\(folder)/\(module).swiftmodule",
          withDestinationPath: "\(toolchain.products)/Modules/\(module).swiftmodule")
      }
    }
  }
}

/// A module's folder in the build.
private struct ModuleBuild {
  let path: String
  /// The ends of its Swift sources' paths, `/Matrix.swift`; empty when the build keeps no list of them.
  private let sources: Set<Substring>

  init(_ path: String) {
    self.path = path
    // One path per line, some in quotes.
    let list = Self.text("\(path)/sources")
    sources = Set(
      list.split(separator: "\n").compactMap { line in
        line.lastIndex(of: "/").map { slash in
          line.last == "'" ? line[slash...].dropLast() : line[slash...]
        }
      })
  }

  /// Object files, sorted; without those of sources that are no longer there: the package manager leaves
  /// them, and what they define may now be defined elsewhere.
  var objects: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasSuffix(".o") && !isLeftOver($0) }.sorted()
  }

  private func isLeftOver(_ object: String) -> Bool {
    if object.hasSuffix(".swift.o") {
      return !sources.isEmpty && !sources.contains("/\(object.dropLast(2))")
    }
    if object.hasSuffix(".cpp.o") {
      // The source is the first thing that it was made from; a framework's headers are thousands more.
      let files = Self.text("\(path)/\(object.dropLast(2)).d")
        .split(maxSplits: 9, whereSeparator: { $0 == " " || $0 == "\n" })
      return files.first { $0.hasSuffix(".cpp") }
        .map { !FileManager.default.fileExists(atPath: String($0)) } ?? false
    }
    return false
  }

  private static func text(_ path: String) -> String {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
