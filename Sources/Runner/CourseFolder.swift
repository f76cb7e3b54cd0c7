public import Lessons

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A course on disk: `lessons/`, `Exercises/`, and what runs leave behind.
public struct CourseFolder: Sendable, Equatable {
  /// Absolute, without a slash at its end.
  public var root: String

  public init(root: String) { self.root = root }

  /// The course that `directory` lies in: the nearest folder upwards with `lessons` in it.
  public init?(containing directory: String) {
    var candidate = directory
    while true {
      if FileManager.default.fileExists(atPath: candidate + "/lessons") {
        root = candidate == "/" ? "" : candidate
        return
      }
      guard let slash = candidate.lastIndex(of: "/"), candidate != "/" else { return nil }
      candidate = slash == candidate.startIndex ? "/" : String(candidate[..<slash])
    }
  }

  /// What is kept between runs: built programs, results, copies of files that were reset.
  public var state: String { root + "/.lesson" }
  public var reports: String { root + "/reports" }

  public func exercisePath(_ name: String) -> String { "Exercises/\(name)" }

  /// The file that connects a lesson's exercises to the checks:
  /// `03-BPTT.swift` → `Exercises/Bindings/03-BPTTBindings.swift`.
  package func bindingsPath(_ name: String) -> String {
    "Exercises/Bindings/\(name.dropLast(".swift".count))Bindings.swift"
  }

  // MARK: - Reading

  /// The lesson files in the order of their numbers, as `lessons/NN-slug.md`.
  public func lessonFiles() throws(LessonErrors) -> [String] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: root + "/lessons") else {
      throw LessonErrors([
        LessonError(file: "lessons", line: 1, message: "the folder cannot be read")
      ])
    }
    return names.filter { $0.hasSuffix(".md") && LessonFileName($0) != nil }
      .sorted().map { "lessons/\($0)" }
  }

  /// Reads one lesson.
  public func lesson(
    _ file: String, knownExercises: [String]
  ) throws(LessonErrors) -> Lesson {
    let path = root + "/" + file
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    if let size = (attributes?[.size] as? any BinaryInteger).map({ Int(clamping: $0) }),
      size > LessonError.sizeLimit
    {
      throw LessonErrors([.tooLarge(bytes: size, file: file)])
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw LessonErrors([LessonError(file: file, line: 1, message: "the file cannot be read")])
    }
    return try Lesson(parsing: Array(data), file: file, knownExercises: knownExercises)
  }

  /// A file below the root as text, or `nil`.
  public func text(of path: String) -> String? {
    FileManager.default.contents(atPath: root + "/" + path).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  // MARK: - Writing

  /// Writes a file whole or not at all.
  ///
  /// - Parameter path: below the root, or absolute.
  public func write(_ text: String, to path: String) throws {
    let full = path.hasPrefix("/") ? path : root + "/" + path
    if let slash = full.lastIndex(of: "/") {
      try FileManager.default.createDirectory(
        atPath: String(full[..<slash]), withIntermediateDirectories: true)
    }
    try Data(text.utf8).write(to: URL(filePath: full), options: .atomic)
  }
}
