#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The Swift compiler that builds student programs, and the modules they may see.
public struct Toolchain: Sendable {
  /// The absolute path of `swiftc`.
  public var compiler: String
  /// The first line of `swiftc --version`.
  public var version: String
  /// Where SwiftPM put the modules and object files this program was built with.
  public var products: String

  /// Finds `swiftc` on PATH and the modules beside this program.
  ///
  /// - Parameter folder: where the compiler's version is remembered, so that it need not be asked each
  ///   time; `nil` asks.
  /// - Throws: ``MissingTool`` with what to install.
  public static func find(remembering folder: CourseFolder? = nil) throws -> Toolchain {
    guard let compiler = Executable.find("swiftc") else {
      throw MissingTool(
        what: "swiftc is not on PATH", remedy: "install Swift 6 from swift.org and open a new shell"
      )
    }
    guard let own = Executable.own, let slash = own.lastIndex(of: "/") else {
      throw MissingTool(what: "this program cannot find its own folder", remedy: "mount /proc")
    }
    let products = String(own[..<slash])
    guard access(products + "/Modules/StudentRuntime.swiftmodule", R_OK) == 0 else {
      throw MissingTool(
        what: "the modules that student programs import are not in \(products)/Modules",
        remedy: "run lesson through SwiftPM: swift run lesson")
    }
    let version = try CompilerVersion(compiler).text(remembering: folder)
    return Toolchain(compiler: compiler, version: version, products: products)
  }
}

/// Something this machine lacks.
public struct MissingTool: Error, Equatable, CustomStringConvertible, Sendable {
  public var what: String
  public var remedy: String

  public init(what: String, remedy: String) {
    self.what = what
    self.remedy = remedy
  }

  public var description: String { "\(what); \(remedy)" }
}
