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

/// The package manager's lock on a build folder: one `swift build`, `swift test` or `swift run` at a time.
struct BuildLock {
  /// `.build`.
  var folder: String

  /// Whether it is held by a process that this one was started from, as under `swift test`: whoever
  /// waits for the lock waits for a process that waits for them.
  var isHeldByAncestor: Bool {
    guard
      let text = FileManager.default.contents(atPath: "\(folder)/.lock"),
      let holder = pid_t(String(decoding: text, as: UTF8.self).filter { !$0.isWhitespace })
    else { return false }
    return ProcessTree.ancestors.contains(holder)
  }
}
