#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The file in which progress is kept: `.lesson/progress.toml`.
///
/// Any number of processes may read and change it at once. Whoever changes it reads it anew under a lock,
/// and puts a whole new text in its place.
public struct ProgressFile: Sendable {
  /// Absolute.
  public var path: String
  /// As messages name it.
  public var shownPath: String
  /// Where an earlier version kept the hints that were read, a line `03.1 2` for each exercise.
  private var hintsPath: String { WholeFile.folder(of: path) + "/hints" }

  /// - Parameter folder: where the course keeps its state; messages name it `.lesson`.
  public init(folder: String) {
    path = folder + "/progress.toml"
    shownPath = ".lesson/progress.toml"
  }

  public struct Reading: Sendable {
    public var progress = CourseProgress()
    public var problems: [ProgressProblem] = []
    fileprivate var mustBeSetAside: Bool { problems.contains { !$0.isHarmless } }
  }

  /// What the file says, as far as it can be read; an absent file says nothing and is no problem.
  public func read() -> Reading {
    var reading = Reading()
    if let text = text(of: path) {
      let reader = ProgressReader(text, file: shownPath)
      reading = Reading(progress: reader.progress, problems: reader.problems)
    } else if exists(path) {
      reading.problems = [
        ProgressProblem(
          file: shownPath, line: 1, message: "the file cannot be read; is it yours?",
          isHarmless: false)
      ]
    }
    for line in (text(of: hintsPath) ?? "").split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count == 2, let count = Int(words[1]), count > 0 else { continue }
      let id = String(words[0])
      reading.progress[id].hints = max(reading.progress[id].hints, count)
    }
    return reading
  }

  public struct Update: Sendable {
    public var progress: CourseProgress
    /// What was wrong with the file before.
    public var problems: [ProgressProblem]
    /// Where the file was put before it was written anew, because something in it could not be read.
    public var setAside: String?
  }

  /// Changes what the file says, on top of whatever others have written since it was read last.
  ///
  /// - Throws: when the file cannot be written, or another process does not let go of it; the file is
  ///   as it was.
  @discardableResult
  public func update(_ change: (inout CourseProgress) -> Void) throws -> Update {
    let folder = WholeFile.folder(of: path)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return try FileLock.holding(folder + "/progress.lock") { try updateAlone(change) }
  }

  private func updateAlone(_ change: (inout CourseProgress) -> Void) throws -> Update {
    removeHalfWritten()
    let reading = read()
    var update = Update(
      progress: reading.progress, problems: reading.problems, setAside: nil)
    change(&update.progress)
    let text = update.progress.text
    if text != self.text(of: path), text != CourseProgress().text || exists(path) {
      if reading.mustBeSetAside { update.setAside = try setAside() }
      try WholeFile.write(text, to: path)
    }
    try? FileManager.default.removeItem(atPath: hintsPath)
    return update
  }

  /// Keeps a copy of the file under a name that nobody has.
  private func setAside() throws -> String {
    let stamp = Moment.now.description.replacing(":", with: "-")
    var name = "progress-\(stamp).toml"
    var number = 2
    while exists(WholeFile.folder(of: path) + "/" + name) {
      name = "progress-\(stamp)-\(number).toml"
      number += 1
    }
    // A copy, byte for byte: the file itself stays until the new text takes its place.
    try FileManager.default.copyItem(
      atPath: path, toPath: WholeFile.folder(of: path) + "/" + name)
    return ".lesson/" + name
  }

  /// What a process left that was killed while it wrote; the lock says that nobody writes now.
  private func removeHalfWritten() {
    let folder = WholeFile.folder(of: path)
    let prefix = WholeFile.temporaryPrefix(of: path).dropFirst(folder.count + 1)
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    where name.hasPrefix(prefix) {
      try? FileManager.default.removeItem(atPath: folder + "/" + name)
    }
  }

  private func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  private func text(of path: String) -> String? {
    FileManager.default.contents(atPath: path).map {
      var bytes = $0[...]
      // A mark that some editors put at the beginning.
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
