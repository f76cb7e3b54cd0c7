import Foundation
import Progression
import Testing

@Suite("ProgressFile")
final class ProgressFileTests {
  let folder = FileManager.default.temporaryDirectory.path + "/progress-\(UUID().uuidString)"
  var file: ProgressFile { ProgressFile(folder: folder) }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func write(_ text: String, to name: String = "progress.toml") throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
  }

  private func text(_ name: String = "progress.toml") throws -> String {
    try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
  }

  private var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  @Test("what is written is read again, and read and written it is the same text")
  func roundTrip() throws {
    try file.update { $0 = CourseProgressTests.sample }
    #expect(file.read().progress == CourseProgressTests.sample)
    #expect(file.read().problems.isEmpty)
    #expect(try text() == CourseProgressTests.text)
  }

  @Test("no file is no progress and no problem, and reading makes none")
  func absent() {
    #expect(file.read().progress == CourseProgress())
    #expect(file.read().problems.isEmpty)
    #expect(names == [])
  }

  @Test("a change that changes nothing writes nothing")
  func unchanged() throws {
    try file.update { _ in }
    #expect(names == ["progress.lock"])
    try file.update { $0["01.1"].hints = 1 }
    let path = folder + "/progress.toml"
    let before = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
    try file.update { $0["01.1"].hints = 1 }
    let after = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
    #expect(before == after)
  }

  @Test("what others wrote in it is kept: unknown keys and sections, comments, other quotes")
  func unknown() throws {
    try write(
      """
      # mine
      theme = "dark"

      [ '01.1' ]   # the first
      hints = 1  # read on Monday
      mood = { before = "#1", after = 2 }
      passed=2026-02-25T06:16:40Z\r
      [editor]
      name = "vi"
      """)
    #expect(file.read().problems.isEmpty)
    try file.update { $0["01.1"].hints = 2 }
    #expect(
      try text() == """
        # How far you are in this course, kept by lesson.
        # mine
        theme = "dark"

        ["01.1"]
        # read on Monday
        passed = 2026-02-25T06:16:40Z
        hints = 2
        mood = { before = "#1", after = 2 }

        ["editor"]
        name = "vi"

        """)
  }

  @Test("a line that cannot be read is told with its place, costs only itself, and is set aside")
  func broken() throws {
    let broken = """
      ["01.1"]
      hints = 2
      passed = yesterday
      [01.2
      what is this
      ["01.3"]
      hints = 1
      """
    try write(broken)
    let reading = file.read()
    #expect(reading.progress["01.1"].hints == 2)
    #expect(reading.progress["01.3"].hints == 1)
    #expect(
      reading.problems.map(\.description) == [
        ".lesson/progress.toml:3: passed should be a time like 2026-03-01T10:15:30Z, and is yesterday",
        ".lesson/progress.toml:4: '[01.2' is not a section; one looks like [\"03.1\"]",
        ".lesson/progress.toml:5: 'what is this' is not understood; a line is a name, = and a value",
      ])
    #expect(try text() == broken)
    let update = try file.update { $0["01.3"].hints = 2 }
    let aside = try #require(update.setAside)
    #expect(try text(String(aside.dropFirst(".lesson/".count))) == broken)
    #expect(file.read().problems.isEmpty)
    #expect(file.read().progress["01.1"].hints == 2)
    // It is sound now; nothing is set aside again.
    #expect(try file.update { $0["01.3"].hints = 3 }.setAside == nil)
  }

  @Test("bytes that are no text are told and never lost")
  func noText() throws {
    let path = URL(filePath: folder + "/progress.toml")
    try write("")
    let bytes = Data("[\"01.1\"]\nhints = 2\n".utf8) + Data([0xFF, 0x00, 0x0A])
    try bytes.write(to: path)
    #expect(file.read().problems.map(\.line) == [3])
    let aside = try #require(try file.update { $0["01.2"].hints = 1 }.setAside)
    let kept = folder + "/" + aside.dropFirst(".lesson/".count)
    #expect(FileManager.default.contents(atPath: kept) == bytes)
    #expect(file.read().progress["01.1"].hints == 2)
  }

  @Test("a file that cannot be read is never replaced")
  func unreadable() throws {
    try FileManager.default.createDirectory(
      atPath: folder + "/progress.toml/inside", withIntermediateDirectories: true)
    #expect(file.read().problems.count == 1)
    #expect(throws: (any Error).self) { try file.update { $0["01.1"].hints = 1 } }
    #expect(FileManager.default.fileExists(atPath: folder + "/progress.toml/inside"))
  }

  @Test("both sides of a merge conflict count, and the next change writes them as one")
  func conflict() throws {
    try write(
      """
      lesson = "01"

      ["01.1"]
      <<<<<<< HEAD
      hints = 1
      attempts = 5
      ||||||| base
      hints = 0
      =======
      hints = 3
      >>>>>>> other
      <<<<<<< HEAD
      =======

      ["01.2"]
      hints = 2
      >>>>>>> other
      """)
    let reading = file.read()
    #expect(reading.progress["01.1"].hints == 3)
    #expect(reading.progress["01.1"].attempts == 5)
    #expect(reading.progress["01.2"].hints == 2)
    #expect(
      reading.problems.map(\.description) == [
        ".lesson/progress.toml:4: git has left a merge conflict here and 1 more; both sides count, and "
          + "the next change to the file writes them as one"
      ])
    let update = try file.update { _ in }
    #expect(update.setAside == nil)
    #expect(file.read().problems.isEmpty)
    #expect(file.read().progress == reading.progress)
  }

  @Test("a conflict marker without a counterpart is told with its line")
  func strayMarker() throws {
    try write("[\"01.1\"]\nhints = 1\n=======\nattempts = 2\n")
    #expect(
      file.read().problems.map(\.description) == [
        ".lesson/progress.toml:3: this conflict marker has no counterpart; take the line out"
      ])
    #expect(file.read().progress["01.1"].attempts == 2)
    try write("<<<<<<< HEAD\n[\"01.1\"]\nhints = 1\n")
    #expect(file.read().problems.map(\.line) == [1, 1])
    #expect(file.read().progress["01.1"].hints == 1)
  }

  @Test("git itself merges two copies in which different exercises changed")
  func git() throws {
    try file.update {
      for number in 1...4 { $0["01.\(number)"].hints = 1 }
    }
    let base = try text()
    try file.update { $0["01.1"].hints = 2 }
    try write(try text(), to: "ours")
    try write(base, to: "base")
    try write(base)
    try file.update { $0["01.3"].hints = 3 }
    let git = Process()
    git.executableURL = URL(filePath: "/usr/bin/env")
    git.arguments = ["git", "merge-file", "-q", "ours", "base", "progress.toml"]
    git.currentDirectoryURL = URL(filePath: folder)
    try git.run()
    git.waitUntilExit()
    #expect(git.terminationStatus == 0)
    try write(try text("ours"))
    #expect(file.read().progress["01.1"].hints == 2)
    #expect(file.read().progress["01.3"].hints == 3)
    #expect(file.read().problems.isEmpty)
  }

  @Test("the hints of an earlier version are taken over, and their file goes")
  func migration() throws {
    try write("01.1 2\n03.5 3\nnonsense\n", to: "hints")
    #expect(file.read().progress["03.5"].hints == 3)
    try file.update { $0["01.1"].hints = 3 }
    #expect(!names.contains("hints"))
    #expect(file.read().progress["01.1"].hints == 3)
    #expect(file.read().progress["03.5"].hints == 3)
  }

  @Test("eight at once lose nothing")
  func concurrency() throws {
    let file = file
    DispatchQueue.concurrentPerform(iterations: 8) { worker in
      for round in 1...25 {
        _ = try? file.update {
          $0["01.\(worker)"].hints += 1
          $0["02.1"].attempts += 1
          $0["\(worker).\(round)"].hints = 1
        }
      }
    }
    let progress = file.read().progress
    for worker in 0..<8 { #expect(progress["01.\(worker)"].hints == 25) }
    #expect(progress["02.1"].attempts == 200)
    #expect(progress.exercises.count == 8 + 1 + 200)
    #expect(names == ["progress.lock", "progress.toml"])
  }

  @Test("a link stays a link, and half-written texts of processes that died are cleared away")
  func linksAndRemains() throws {
    try write("", to: "elsewhere")
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/progress.toml", withDestinationPath: folder + "/elsewhere")
    try write("[\"01.1\"]\nhi", to: ".progress.toml.4711")
    try file.update { $0["01.1"].hints = 1 }
    #expect(try text("elsewhere").contains("hints = 1"))
    #expect(names == ["elsewhere", "progress.lock", "progress.toml"])
  }
}
