import Foundation
import Testing

/// The files beside these tests.
enum Files {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  /// The course's lessons, by file name; `README.md` beside them is the course's introduction.
  static func lessons() throws -> [String] {
    let course = folder.appending(path: "../../lessons").standardizedFileURL
    return try FileManager.default.contentsOfDirectory(atPath: course.path)
      .filter { $0.hasSuffix(".md") && $0.first?.isNumber == true }.sorted()
  }

  /// Compares with Golden/`name`, byte for byte; with RECORD_GOLDEN=1 in the environment, writes it.
  static func expectGolden(
    _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appending(path: "Golden/\(name)")
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try Data(text.utf8).write(to: file)
      return
    }
    let golden = try Data(contentsOf: file)
    guard golden != Data(text.utf8) else { return }
    let (old, new) = (String(decoding: golden, as: UTF8.self).lines, text.lines)
    let line = zip(old, new).prefix { $0 == $1 }.count
    Issue.record(
      """
      \(name) differs at line \(line + 1):
      - \(line < old.count ? old[line] : "(end)")
      + \(line < new.count ? new[line] : "(end)")
      Record it again with RECORD_GOLDEN=1 and read the difference.
      """, sourceLocation: sourceLocation)
  }
}

extension String {
  var lines: [Substring] { split(separator: "\n", omittingEmptySubsequences: false) }
}
