import CChild

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Something that came from a child.
enum ChildEvent {
  /// Bytes on descriptor 4, the channel.
  case channel([UInt8])
  case standardOutput([UInt8])
  case standardError([UInt8])
  /// The channel is closed; the child has ended or wants to say no more.
  case channelClosed
  /// The deadline passed with nothing to report.
  case deadline
  /// A limit was reached; the child is dead.
  case limit(Exit)
}

/// Why a program could not be started: our failure, not its own.
public struct SpawnError: Error, Equatable, CustomStringConvertible {
  public var program: String
  public var code: Int32

  public var description: String {
    "\(program) cannot be started: \(String(cString: strerror(code)))"
  }
}

/// A child in a session of its own, with pipes to its standard output and error and, as descriptors
/// 3 and 4, a channel.
///
/// One `poll` serves them all; nothing here blocks beyond the deadline given.
///
/// Why not swift-subprocess: resource limits must be set between fork and exec, the channel needs two
/// more descriptors, and the child must die with its parent.
final class ChildProcess {
  let pid: pid_t
  private let limits: ProcessLimits
  private var channelIn: Int32, channelOut: Int32, standardOutput: Int32, standardError: Int32
  private var pending: [UInt8] = []
  private var outputBytes = 0
  private var isReaped = false
  private var lastLook = ContinuousClock.now
  private let cancellation = Cancellation.current

  /// - Parameter directory: the child's working directory.
  init(
    _ program: String, arguments: [String], environment: [String: String], directory: String,
    limits: ProcessLimits
  ) throws {
    self.limits = limits
    try Cancellation.check()
    let pipes = try (0..<4).map { _ in try Pipe.make(for: program) }
    let nothing = open("/dev/null", O_RDONLY | O_CLOEXEC)
    defer { close(nothing) }
    let arguments = CStrings([program] + arguments)
    let environment = CStrings(environment.map { "\($0.key)=\($0.value)" }.sorted())
    // stdin, stdout, stderr, calls, replies.
    let descriptors = [nothing, pipes[0].write, pipes[1].write, pipes[2].read, pipes[3].write]
    // Address space is reserved more freely than memory is used: a factor of four keeps honest
    // programs, and stops one allocation of a terabyte where it happens.
    let resources = child_limits(
      cpu_seconds: UInt64(limits.cpu), address_space_bytes: UInt64(limits.memory) * 4,
      file_bytes: 256 << 20)
    let pid = Orphans.whileBearing {
      child_spawn(
        program, arguments.pointers, environment.pointers, directory, descriptors,
        Int32(descriptors.count), resources)
    }
    for descriptor in [pipes[0].write, pipes[1].write, pipes[2].read, pipes[3].write] {
      close(descriptor)
    }
    standardOutput = pipes[0].read
    standardError = pipes[1].read
    channelIn = pipes[2].write
    channelOut = pipes[3].read
    self.pid = pid
    guard pid > 0 else {
      [standardOutput, standardError, channelIn, channelOut].forEach { close($0) }
      isReaped = true
      throw SpawnError(program: program, code: -pid)
    }
    for descriptor in [standardOutput, standardError, channelIn, channelOut] {
      _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    }
  }

  deinit {
    if !isReaped { end() }
    closeAll()
  }

  // MARK: - Talking

  /// Queues bytes for descriptor 3; they go out while events are awaited.
  func send(_ bytes: [UInt8]) { pending += bytes }

  /// The next thing that happens.
  ///
  /// What was printed comes before what was said after it.
  func next(until deadline: ContinuousClock.Instant) -> ChildEvent {
    while true {
      if let limit = limitReached() { return .limit(limit) }
      let now = ContinuousClock.now
      if now >= deadline { return .deadline }
      // Limits are looked at this often even when nothing is said.
      let wait = min(deadline - now, .milliseconds(50))
      var polls = [
        pollfd(fd: standardOutput, events: Int16(POLLIN), revents: 0),
        pollfd(fd: standardError, events: Int16(POLLIN), revents: 0),
        pollfd(fd: channelOut, events: Int16(POLLIN), revents: 0),
        pollfd(fd: pending.isEmpty ? -1 : channelIn, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: cancellation?.descriptor ?? -1, events: Int16(POLLIN), revents: 0),
      ]
      let (seconds, attoseconds) = wait.components
      let milliseconds = Int32(seconds * 1000 + attoseconds / 1_000_000_000_000_000) + 1
      guard poll(&polls, nfds_t(polls.count), milliseconds) > 0 else { continue }
      if polls[4].revents != 0 {
        // Whoever asked for the child's words does not listen any more.
        end()
        return .limit(.signal(SIGKILL))
      }
      if polls[3].revents != 0 { writePending() }
      if polls[0].revents != 0, let bytes = take(&standardOutput), !bytes.isEmpty {
        outputBytes += bytes.count
        return .standardOutput(bytes)
      }
      if polls[1].revents != 0, let bytes = take(&standardError), !bytes.isEmpty {
        outputBytes += bytes.count
        return .standardError(bytes)
      }
      if polls[2].revents != 0 {
        guard let bytes = take(&channelOut) else { return .channelClosed }
        if !bytes.isEmpty { return .channel(bytes) }
      }
      if standardOutput < 0, standardError < 0, channelOut < 0 { return .channelClosed }
    }
  }

  private func writePending() {
    let count = pending.withUnsafeBytes { write(channelIn, $0.baseAddress, $0.count) }
    if count > 0 {
      pending.removeFirst(count)
    } else if count < 0, errno != EAGAIN, errno != EINTR {
      // Nobody reads any more; the end of the channel will say so.
      pending = []
    }
  }

  /// - Returns: `nil` at the end of the stream, empty when there is nothing just now.
  private func take(_ descriptor: inout Int32) -> [UInt8]? {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = read(descriptor, &chunk, chunk.count)
    if count > 0 { return Array(chunk[..<count]) }
    if count < 0, errno == EAGAIN || errno == EINTR { return [] }
    close(descriptor)
    descriptor = -1
    return nil
  }

  // MARK: - Limits

  private func limitReached() -> Exit? {
    if outputBytes > limits.output {
      end()
      return .output(bytes: limits.output)
    }
    let now = ContinuousClock.now
    guard now - lastLook > .milliseconds(50) else { return nil }
    lastLook = now
    let usage = ProcessTree(root: pid).usage
    if usage.memory > limits.memory {
      end()
      return .memory(bytes: limits.memory)
    }
    if usage.tasks > limits.tasks {
      end()
      return .tasks(count: limits.tasks)
    }
    return nil
  }

  // MARK: - Ending

  /// Waits for the child to end by itself, at most until the deadline; then it is killed.
  func exit(by deadline: ContinuousClock.Instant) -> Exit {
    var status: Int32 = 0
    var pause: useconds_t = 200
    while true {
      let result = waitpid(pid, &status, WNOHANG)
      if result == pid { break }
      if result < 0, errno != EINTR {
        status = 0
        break
      }
      if ContinuousClock.now >= deadline || cancellation?.isCancelled == true {
        end()
        return .timedOut
      }
      usleep(pause)
      pause = min(pause * 2, 10_000)
    }
    finish()
    let number = status & 0x7f
    if number == 0 { return .code((status >> 8) & 0xff) }
    return number == SIGXCPU ? .cpu(seconds: limits.cpu) : .signal(number)
  }

  /// Kills the child and everything it started, and waits for it.
  func end() {
    guard !isReaped else { return }
    let tree = ProcessTree(root: pid)
    child_kill(pid)
    tree.killDescendants()
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    finish()
  }

  private func finish() {
    isReaped = true
    // The group may outlive its leader; then whoever else was adopted.
    child_kill(pid)
    child_forget(pid)
    Orphans.forget(pid)
  }

  private func closeAll() {
    for descriptor in [standardOutput, standardError, channelIn, channelOut] where descriptor >= 0 {
      close(descriptor)
    }
  }

  /// What is left in the pipes of a child that has ended.
  func drain() -> (output: [UInt8], error: [UInt8], channel: [UInt8]) {
    func rest(_ descriptor: inout Int32) -> [UInt8] {
      var result: [UInt8] = []
      while descriptor >= 0, result.count < limits.output, let bytes = take(&descriptor),
        !bytes.isEmpty
      {
        result += bytes
      }
      return result
    }
    return (rest(&standardOutput), rest(&standardError), rest(&channelOut))
  }

  /// What was printed up to now, without waiting: for giving it to the message that follows it.
  func printed() -> [UInt8] {
    var result: [UInt8] = []
    while standardOutput >= 0, let bytes = take(&standardOutput), !bytes.isEmpty {
      outputBytes += bytes.count
      result += bytes
      if outputBytes > limits.output { break }
    }
    return result
  }
}
