import ArgumentParser
import Lessons
import Runner

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Puts an exercise, or a lesson's whole file, back to its starter; what was there is kept.
struct StarterReset {
  /// Below the course's folder.
  let path: String
  private let folder: CourseFolder
  private let name: String
  private let old: String?
  private let new: String

  /// - Parameter id: the exercise; `nil` for the whole file.
  /// - Throws: a usage error when the exercise's section cannot be found.
  init(_ file: ExerciseFile, exercise id: String?, in folder: CourseFolder, tool: String) throws {
    self.folder = folder
    name = file.name
    path = folder.exercisePath(file.name)
    old = folder.text(of: path)
    guard let id, let old else {
      new = file.text
      return
    }
    guard let text = file.resetting(id, in: old) else {
      throw ValidationError(
        "the line // MARK: - \(id) is no longer in \(path), so its section cannot be found; "
          + "\(tool) reset \(id.prefix(2)) resets the whole file")
    }
    new = text
  }

  /// Whether everything is as it was at the beginning.
  var isDone: Bool { old == new }

  /// Writes the starter.
  ///
  /// - Returns: where the old text is kept; `nil` when there was none.
  func write() throws -> String? {
    var kept: String?
    if let old {
      let backup = unusedBackup
      try folder.write(old, to: backup)
      kept = backup
    }
    try folder.write(new, to: path)
    return kept
  }

  /// A name by time, and by number within one second: a backup never replaces a backup.
  private var unusedBackup: String {
    // 2026-03-01T10-15-30Z: sorts by time, and no file system minds it.
    let stamp = Date().formatted(.iso8601).replacing(":", with: "-")
    var path = ".lesson/backups/\(stamp)-\(name)"
    var number = 2
    while folder.text(of: path) != nil {
      path = ".lesson/backups/\(stamp)-\(number)-\(name)"
      number += 1
    }
    return path
  }
}
