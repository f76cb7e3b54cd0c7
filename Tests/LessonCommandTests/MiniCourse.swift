import Checking
import Course
import Dispatch
import Foundation
import Lessons
import Testing

/// This package's own files.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
}

/// A course of one lesson with two exercises in a folder of its own, removed in the end.
final class MiniCourse {
  static let exercises = "Exercises/01-Encoding.swift"

  static let lesson = """
    ---
    title: A mini course
    exercises: 01-Encoding.swift
    ---

    ## Words

    Some prose. There are $`n`$ words.

    ```swift
    //| exercise: 01.1
    func buildVocabulary(from sequences: [[String]]) throws -> Vocabulary {
      throw NotImplemented("01.1")
    }
    ```

    ```swift
    //| label: words
    //| needs: [01.1]
    print("the words:", try buildVocabulary(from: [["b", "a"]]).words)
    ```

    ```swift
    //| exercise: 01.4
    func example(from ids: [Int]) throws -> Example {
      throw NotImplemented("01.4")
    }
    ```

    """

  static let bindings = """
    import Contracts
    import Recurrent
    import StudentRuntime
    #if REFERENCE
      import Reference
    #endif

    let bindings01: [Binding] = [
      Binding("01.1") { (sequences: [[String]]) in try buildVocabulary(from: sequences) },
      Binding("01.4") { (ids: [Int]) in try example(from: ids) },
    ]
    """

  /// Right, and not as the model answer has it.
  static let rightVocabulary = """
    var counts: [(word: String, count: Int)] = []
      for word in sequences.flatMap({ $0 }) {
        if let k = counts.firstIndex(where: { $0.word == word }) { counts[k].count += 1 }
        else { counts.append((word, 1)) }
      }
      var words: [String] = []
      while let most = counts.map(\\.count).max(), let k = counts.firstIndex(where: { $0.count == most }) {
        words.append(counts.remove(at: k).word)
      }
      return Vocabulary(words: words + ["UNK"])
    """

  let root: String

  init() throws {
    root = FileManager.default.temporaryDirectory.path + "/mini-course-\(UUID().uuidString)"
    try write(Self.lesson, to: "lessons/01-mini.md")
    try write(Self.bindings, to: "Exercises/Bindings/01-EncodingBindings.swift")
    let titles = Dictionary(uniqueKeysWithValues: courseExercises.map { ($0.id, $0.title) })
    let lesson = try Lesson(
      parsing: Array(Self.lesson.utf8), file: "lessons/01-mini.md",
      knownExercises: Array(titles.keys))
    try write(
      try #require(ExerciseFile(lesson, titles: titles, modules: .recurrentNetworks)).text,
      to: Self.exercises)
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  // MARK: - Files

  func text(_ path: String) throws -> String {
    try String(contentsOfFile: root + "/" + path, encoding: .utf8)
  }

  func write(_ text: String, to path: String) throws {
    let url = URL(filePath: root + "/" + path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func edit(_ path: String, _ change: (String) -> String) throws {
    let old = try text(path)
    let new = change(old)
    try #require(old != new)
    try write(new, to: path)
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: root + "/" + path)
  }

  /// Puts a body in place of a starter's.
  func solve(_ id: String, _ body: String) throws {
    try edit(Self.exercises) { $0.replacing("throw NotImplemented(\"\(id)\")", with: body) }
  }

  // MARK: - Running

  struct Run {
    var code: Int32
    var output: String
    var error: String
    /// Kilobytes resident at most.
    var peak: Int?
  }

  func lesson(_ arguments: String..., peak: Bool = false) throws -> Run {
    try Self.lesson(arguments, in: root, peak: peak)
  }

  /// - Parameters:
  ///   - path: takes the place of PATH.
  ///   - environment: what else is told or untold.
  static func lesson(
    _ arguments: [String], in directory: String, peak: Bool = false, path: String? = nil,
    environment: [String: String] = [:]
  ) throws -> Run {
    let output = Pipe(), error = Pipe()
    let process = try process(arguments, in: directory)
    if let path { process.environment?["PATH"] = path }
    process.environment?.merge(environment, uniquingKeysWith: { _, new in new })
    process.standardOutput = output
    process.standardError = error
    try process.run()
    let errors = ReadToEnd(error.fileHandleForReading)
    var highest: Int?
    while peak, process.isRunning {
      if let now = residentPeak(process.processIdentifier) { highest = max(highest ?? 0, now) }
      Thread.sleep(forTimeInterval: 0.005)
    }
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Run(
      code: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
      error: errors.text, peak: highest)
  }

  static func start(_ arguments: [String], in directory: String) throws -> Process {
    let process = try process(arguments, in: directory)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  private static func process(_ arguments: [String], in directory: String) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: try #require(program))
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: directory)
    process.standardInput = FileHandle.nullDevice
    var environment = ProcessInfo.processInfo.environment
    environment["NO_COLOR"] = nil
    process.environment = environment
    return process
  }

  /// The built `lesson` beside these tests.
  static let program: String? = {
    let own = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    let folders = [own, URL(filePath: Repository.root + "/.build/debug")]
    return folders.map { $0.appending(path: "lesson").path }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  private static func residentPeak(_ pid: Int32) -> Int? {
    let status = try? String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)
    let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line.flatMap { Int($0.filter(\.isNumber)) }
  }

  /// Processes whose program file is `path`.
  static func processes(running path: String) -> [Int32] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { Int32($0) }.filter {
      let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\($0)/exe")
      return link == path
    }
  }
}

/// All that comes out of a pipe, read beside another one: a full pipe would stop who writes into it.
private final class ReadToEnd: @unchecked Sendable {
  private var data = Data()
  private let done = DispatchSemaphore(value: 0)

  init(_ handle: FileHandle) {
    Thread {
      self.data = handle.readDataToEndOfFile()
      self.done.signal()
    }.start()
  }

  /// Waits for the end; asked once.
  var text: String {
    done.wait()
    return String(decoding: data, as: UTF8.self)
  }
}
