#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Two connected descriptors.
enum Pipe {
  /// Both ends close on exec: only what is handed over explicitly reaches a child.
  static func make(for program: String) throws -> (read: Int32, write: Int32) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw SpawnError(program: program, code: errno) }
    ends.forEach { _ = fcntl($0, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }
}

/// A null-terminated array of C strings that lives as long as this does.
final class CStrings {
  let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  private let count: Int

  init(_ strings: [String]) {
    count = strings.count
    pointers = .allocate(capacity: count + 1)
    for (i, string) in strings.enumerated() { pointers[i] = strdup(string) }
    pointers[count] = nil
  }

  deinit {
    for i in 0..<count { free(pointers[i]) }
    pointers.deallocate()
  }
}
