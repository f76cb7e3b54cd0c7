import Foundation
import Testing

@testable import Runner

@Suite("BuildLock")
struct BuildLockTests {
  func isHeld(_ holder: String?) throws -> Bool {
    let folder = FileManager.default.temporaryDirectory.path + "/lock-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    if let holder { try Data(holder.utf8).write(to: URL(filePath: "\(folder)/.lock")) }
    return BuildLock(folder: folder).isHeldByAncestor
  }

  @Test("a lock of the process that started this one, or of one further up, is never waited for")
  func ancestors() throws {
    #expect(try isHeld("\(getppid())"))
    #expect(try isHeld("\(getppid())\n"))
    #expect(ProcessTree.ancestors.first == getppid())
  }

  @Test("anybody else's lock is, and so is one that names nobody")
  func others() throws {
    #expect(try !isHeld("\(getpid())"))
    #expect(try !isHeld("0"))
    #expect(try !isHeld("nobody"))
    #expect(try !isHeld(nil))
  }
}
