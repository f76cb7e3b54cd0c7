#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

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
    // Numerical libraries start a thread per processor as soon as they are loaded, and a thread counts
    // as a task.
    "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1",
    "SWIFT_BACKTRACE":
      "enable=yes,color=no,interactive=no,registers=none,images=none,threads=crashed,limit=24",
  ]

  /// For a program of ours that answers a student's: it may trap on what it is given, and nobody wants
  /// to know in which line.
  static let answering = ["LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"]
}
