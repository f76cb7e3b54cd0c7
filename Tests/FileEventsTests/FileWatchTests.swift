import Foundation
import Testing

@testable import FileEvents

@Suite("FileWatch, on real files")
final class FileWatchTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/watch-\(UUID().uuidString)"
  private var file: String { folder + "/02.swift" }

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try write("one", to: file)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func write(_ text: String, to path: String) throws {
    let handle = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    try #require(handle >= 0)
    let bytes = Array(text.utf8)
    #expect(Foundation.write(handle, bytes, bytes.count) == bytes.count)
    close(handle)
  }

  /// Whether the system says within a second that something happened to the file.
  private func isTold(by watch: FileWatch) -> Bool {
    var polls = [pollfd(fd: watch.descriptor, events: Int16(POLLIN), revents: 0)]
    for _ in 0..<20 {
      if poll(&polls, 1, 50) > 0, watch.happened() { return true }
    }
    return false
  }

  @Test("writing in place is told")
  func inPlace() throws {
    let watch = FileWatch([file])
    try write("two", to: file)
    #expect(isTold(by: watch))
    #expect(!watch.look())
  }

  @Test("a new file under the old name is told, as vim and every careful editor write")
  func rename() throws {
    let watch = FileWatch([file])
    for turn in 0..<3 {
      try write("new \(turn)", to: folder + "/.02.swift.tmp")
      #expect(Foundation.rename(folder + "/.02.swift.tmp", file) == 0)
      #expect(isTold(by: watch), "turn \(turn)")
    }
  }

  @Test("removing is told, and coming back is told")
  func removal() throws {
    let watch = FileWatch([file])
    #expect(unlink(file) == 0)
    #expect(isTold(by: watch))
    #expect(watch.missing == [file])
    try write("back", to: file)
    #expect(isTold(by: watch))
    #expect(watch.missing.isEmpty)
  }

  @Test("other files of the folder are nothing, be they an editor's own")
  func others() throws {
    let watch = FileWatch([file])
    for name in [".02.swift.swp", "4913", "02.swift~", "03.swift"] {
      try write("x", to: folder + "/" + name)
    }
    var polls = [pollfd(fd: watch.descriptor, events: Int16(POLLIN), revents: 0)]
    #expect(poll(&polls, 1, 1000) == 1)
    #expect(!watch.happened())
    #expect(!watch.look())
  }

  @Test("a folder that is replaced is watched again")
  func replacedFolder() throws {
    let watch = FileWatch([file])
    #expect(Foundation.rename(folder, folder + "-old") == 0)
    defer { try? FileManager.default.removeItem(atPath: folder + "-old") }
    #expect(isTold(by: watch))
    #expect(watch.missing == [file])
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try write("again", to: file)
    #expect(watch.look())
    try write("and again", to: file)
    #expect(isTold(by: watch))
  }

  @Test("what the system does not tell, such as a write behind a link, is seen by looking")
  func link() throws {
    let link = folder + "/link.swift"
    let elsewhere = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).swift"
    try write("one", to: elsewhere)
    defer { unlink(elsewhere) }
    #expect(symlink(elsewhere, link) == 0)
    let watch = FileWatch([link])
    try write("longer", to: elsewhere)
    #expect(watch.look())
    #expect(!watch.look())
  }
}
