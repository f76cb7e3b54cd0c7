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
  #if canImport(Darwin)
    private static let inSessionOfItsOwn = Int16(POSIX_SPAWN_SETSID)
  #else
    // POSIX_SPAWN_SETSID of glibc's <spawn.h>, which is only there for who asks for GNU's extensions.
    private static let inSessionOfItsOwn: Int16 = 0x80
  #endif

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
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A session of its own, so that it is known from what students' programs leave behind.
    posix_spawnattr_setflags(&attributes, Self.inSessionOfItsOwn)
    if posix_spawn(&pid, opener, nil, &attributes, &arguments, environ) != 0 {
      Terminal.note("\(opener) cannot be started; the report is \(path)")
    } else {
      Orphans.spare(pid)
    }
  }
}

/// Where the command was typed.
package enum WorkingDirectory {
  package static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
  }
}
