#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The modules that one kind of program may import, and nothing beside them.
///
/// SwiftPM keeps every module of the package in one folder; a student's program compiled against that
/// folder could import the reference. The shelf links only what is allowed.
struct ModuleShelf {
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
        .filter { $0.hasSuffix(".o") }.sorted()
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
