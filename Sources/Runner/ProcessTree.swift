import CChild

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A process and everything it started, as /proc shows them; on systems without /proc, the process
/// group stands for the tree and its use is not known.
struct ProcessTree {
  private(set) var pids: [pid_t]

  init(root: pid_t) {
    pids = [root]
    var next = 0
    // A bomb grows while it is counted; there is no need to see all of it.
    while next < pids.count, pids.count < 2000 {
      pids += Self.children(of: pids[next])
      next += 1
    }
  }

  /// Bytes in memory and the number of threads, summed.
  var usage: (memory: Int, tasks: Int) {
    var memory = 0
    var tasks = 0
    for pid in pids {
      guard let fields = Self.contents(of: "/proc/\(pid)/statm")?.split(separator: " "),
        fields.count > 1,
        let pages = Int(fields[1])
      else { continue }
      memory += pages * Int(sysconf(Int32(_SC_PAGESIZE)))
      tasks += Self.threads(of: pid).count
    }
    return (memory, tasks)
  }

  /// Kills everything below the root; the root is its ``ChildProcess``'s to end.
  func killDescendants() {
    for pid in pids.dropFirst() { child_kill(pid) }
  }

  // MARK: - /proc

  static func children(of pid: pid_t) -> [pid_t] {
    threads(of: pid).flatMap { thread in
      (contents(of: "/proc/\(pid)/task/\(thread)/children") ?? "").split(separator: " ").compactMap
      {
        pid_t($0)
      }
    }
  }

  /// The processes that this one was started from, the nearest first; none on systems without /proc.
  static var ancestors: [pid_t] {
    var result: [pid_t] = []
    var next: pid_t? = getpid()
    while let pid = next, result.count < 1000 {
      next = parent(of: pid)
      next.map { result.append($0) }
    }
    return result
  }

  private static func parent(of pid: pid_t) -> pid_t? {
    // The name, in parentheses, may hold anything; state and parent follow it.
    guard let stat = contents(of: "/proc/\(pid)/stat"), let name = stat.lastIndex(of: ")") else {
      return nil
    }
    let fields = stat[name...].split(separator: " ")
    return fields.count > 2 ? pid_t(fields[2]).flatMap { $0 > 0 ? $0 : nil } : nil
  }

  private static func threads(of pid: pid_t) -> [String] {
    guard let folder = opendir("/proc/\(pid)/task") else { return [] }
    defer { closedir(folder) }
    var result: [String] = []
    while let entry = readdir(folder), result.count < 2000 {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.first?.isNumber == true { result.append(name) }
    }
    return result
  }

  private static func contents(of path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 4096)
    var result: [UInt8] = []
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { break }
      result += buffer[..<count]
    }
    return String(decoding: result, as: UTF8.self)
  }
}
