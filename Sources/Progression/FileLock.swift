#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Keeps other processes from changing a file for a moment; the lock ends with the process that holds it,
/// even if that is killed.
enum FileLock {
  /// - Parameter seconds: how long to wait for another process; what it does takes milliseconds.
  /// - Throws: when the lock cannot be had; nothing was done.
  static func holding<Result>(
    _ path: String, seconds: Double = 5, _ body: () throws -> Result
  ) throws -> Result {
    // Nothing that is started while it is held may hold it on.
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw WholeFile.failure("cannot write", path) }
    defer { close(descriptor) }
    let deadline = ContinuousClock.now + .seconds(seconds)
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw WholeFile.failure("cannot lock", path)
      }
      guard ContinuousClock.now < deadline else {
        throw WholeFile.Failure(what: "another process has held \(path) for \(Int(seconds)) s")
      }
      usleep(2000)
    }
    return try body()
  }
}
