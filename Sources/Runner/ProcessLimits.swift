/// What a child may use up before it is stopped.
public struct ProcessLimits: Sendable, Equatable {
  /// Seconds of processor time over the child's whole life.
  public var cpu: Int
  /// Bytes of memory in use by the child and everything it started.
  public var memory: Int
  /// Bytes on standard output and error together.
  public var output: Int
  /// Processes and threads together that the child may have.
  public var tasks: Int

  public init(cpu: Int, memory: Int, output: Int, tasks: Int) {
    self.cpu = cpu
    self.memory = memory
    self.output = output
    self.tasks = tasks
  }

  /// For a student's program: an exercise needs a few megabytes and a second.
  public static let student = ProcessLimits(
    cpu: 600, memory: 1 << 30, output: 16 << 20, tasks: 64)

  /// For the package manager, which starts compilers of C++ as well.
  static let package = ProcessLimits(cpu: 900, memory: 8 << 30, output: 16 << 20, tasks: 512)

  /// For the compiler, which a small file can keep busy for hours if it is meant to.
  public static let compiler = ProcessLimits(
    cpu: 120, memory: 4 << 30, output: 16 << 20, tasks: 256)
}

/// How a child ended.
public enum Exit: Sendable, Equatable {
  case code(Int32)
  case signal(Int32)
  /// It was stopped because it went beyond a limit.
  case memory(bytes: Int)
  case cpu(seconds: Int)
  case output(bytes: Int)
  case tasks(count: Int)
  case timedOut
}
