import Runner

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The browser of whoever sits at this machine.
enum Browser {
  /// Opens a page, or says where it lies when there is nothing to open it with.
  static func open(_ path: String) {
    guard let opener = Executable.find("xdg-open") ?? Executable.find("open") else {
      Terminal.note("no browser was found (xdg-open); the report is \(path)")
      return
    }
    // The browser must outlive this command, so it is not a child under limits.
    var pid = pid_t()
    var arguments = [strdup(opener), strdup(path), nil]
    defer { arguments.forEach { free($0) } }
    if posix_spawn(&pid, opener, nil, nil, &arguments, environ) != 0 {
      Terminal.note("\(opener) cannot be started; the report is \(path)")
    }
  }
}

/// Where the command was typed.
package enum WorkingDirectory {
  package static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
  }
}
