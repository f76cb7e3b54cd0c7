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
      let names = ((try? files.contentsOfDirectory(atPath: build)) ?? [])
        .filter { $0.hasSuffix(".o") && !isLeftOver("\(build)/\($0)") }.sorted()
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

/// Whether an object file is of a source that is no longer there: the package manager leaves it, and
/// what it defines may now be defined elsewhere.
private func isLeftOver(_ object: String) -> Bool {
  let files = FileManager.default
  func text(_ path: String) -> String {
    files.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
  if object.hasSuffix(".swift.o"), let slash = object.lastIndex(of: "/") {
    // The build keeps a list of the module's sources, one path per line, some in quotes.
    let sources = text(object[..<slash] + "/sources")
    let name = object[slash...].dropLast(2)
    return !sources.isEmpty
      && !sources.split(separator: "\n").contains {
        $0.hasSuffix(name) || $0.hasSuffix("\(name)'")
      }
  }
  if object.hasSuffix(".cpp.o") {
    let sources = text(object.dropLast(2) + ".d").split(whereSeparator: \.isWhitespace)
    return sources.first { $0.hasSuffix(".cpp") }.map { !files.fileExists(atPath: String($0)) }
      ?? false
  }
  return false
}
