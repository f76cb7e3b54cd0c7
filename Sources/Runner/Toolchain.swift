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
    guard access(products + "/Modules/Recurrent.swiftmodule", R_OK) == 0 else {
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

/// Programs on this machine.
public enum Executable {
  /// The first file of that name on PATH that can be run.
  public static func find(_ name: String) -> String? {
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    return path.split(separator: ":").lazy.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }

  /// This program's own file, links resolved.
  static var own: String? {
    #if os(Linux)
      let link = "/proc/self/exe"
    #else
      let link = CommandLine.arguments[0]
    #endif
    guard let resolved = realpath(link, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}

/// A program run to its end, with what it printed.
struct Captured {
  var exit: Exit
  var output: String
  var error: String

  static func run(
    _ program: String, _ arguments: [String], directory: String = "/", limits: ProcessLimits,
    seconds: Int
  ) throws -> Captured {
    let child = try ChildProcess(
      program, arguments: arguments, environment: ChildEnvironment.trusted, directory: directory,
      limits: limits)
    let deadline = ContinuousClock.now + .seconds(seconds)
    var output: [UInt8] = [], error: [UInt8] = []
    var exit: Exit?
    loop: while true {
      switch child.next(until: deadline) {
      case .standardOutput(let bytes): output += bytes
      case .standardError(let bytes): error += bytes
      case .channel: continue
      case .channelClosed: break loop
      case .deadline:
        child.end()
        exit = .timedOut
        break loop
      case .limit(let limit):
        exit = limit
        break loop
      }
    }
    let ended = exit ?? child.exit(by: deadline)
    let rest = child.drain()
    return Captured(
      exit: ended, output: String(decoding: output + rest.output, as: UTF8.self),
      error: String(decoding: error + rest.error, as: UTF8.self))
  }
}

/// What a child finds in its environment.
enum ChildEnvironment {
  /// For programs of the toolchain: what they need to find themselves and a place to write.
  static var trusted: [String: String] {
    var result: [String: String] = ["LC_ALL": "C.UTF-8"]
    for name in ["PATH", "HOME", "TMPDIR", "SDKROOT", "DEVELOPER_DIR", "LD_LIBRARY_PATH"] {
      if let value = getenv(name) { result[name] = String(cString: value) }
    }
    return result
  }

  /// For students' programs: nothing of the user's, and a backtrace that names lines.
  static let student = [
    "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8",
    "SWIFT_BACKTRACE":
      "enable=yes,color=no,interactive=no,registers=none,images=none,threads=crashed,limit=24",
  ]
}
