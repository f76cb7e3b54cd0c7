import ArgumentParser
import Foundation

/// A copy of the course in which lessons 01 and 02 are solved.
struct CourseCopy {
  let root: String
  let program: String

  init(of course: String, program: String) throws {
    self.program = program.hasPrefix("/") ? program : "\(course)/\(program)"
    guard FileManager.default.isExecutableFile(atPath: self.program) else {
      throw ValidationError("\(program) is not built: swift build --product lesson")
    }
    root = FileManager.default.temporaryDirectory.path + "/latency-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    for name in ["lessons", "Exercises"] {
      try FileManager.default.copyItem(atPath: "\(course)/\(name)", toPath: "\(root)/\(name)")
    }
    for (answers, file) in [
      ("Encoding", "01-Encoding"), ("RNNForward", "02-RNNForward"),
    ] {
      let source = try String(
        contentsOfFile: "\(course)/Sources/Reference/\(answers).swift", encoding: .utf8)
      try write(source.replacing("public ", with: ""), to: "Exercises/\(file).swift")
    }
  }

  func remove() { try? FileManager.default.removeItem(atPath: root) }

  /// Edits the file and runs the lesson.
  ///
  /// - Returns: seconds until the last verdict was printed, and until the program ended.
  func verdicts(turn: Int) throws -> (Double, Double) {
    let path = "\(root)/Exercises/02-RNNForward.swift"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try write(text + "\n// turn \(turn)\n", to: "Exercises/02-RNNForward.swift")
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = ["run", "02"]
    process.currentDirectoryURL = URL(filePath: root)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    let clock = ContinuousClock()
    let start = clock.now
    try process.run()
    var seen = ""
    var verdict: Double?
    while true {
      let data = output.fileHandleForReading.availableData
      if data.isEmpty { break }
      seen += String(decoding: data, as: UTF8.self)
      if verdict == nil, seen.contains("✓ 02.5") { verdict = seconds(clock.now - start) }
    }
    process.waitUntilExit()
    guard process.terminationStatus == 0, let verdict else {
      throw ValidationError("lesson run 02 did not pass:\n\(seen)")
    }
    return (verdict, seconds(clock.now - start))
  }

  /// Compiles the same files, alone, against the same modules.
  func bareCompile() throws -> Double {
    let products = URL(filePath: program).resolvingSymlinksInPath().deletingLastPathComponent().path
    let objects = try ["Recurrent", "Contracts", "Transcripts", "StudentRuntime"].flatMap {
      module in
      try FileManager.default.contentsOfDirectory(atPath: "\(products)/\(module).build")
        .filter { $0.hasSuffix(".o") }.map { "\(products)/\(module).build/\($0)" }
    }
    let files = ["01-Encoding", "02-RNNForward"].flatMap {
      ["Exercises/\($0).swift", "Exercises/Bindings/\($0)Bindings.swift"]
    }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      [
        "swiftc", "-O", "-swift-version", "5", "-module-name", "Program", "-I",
        "\(products)/Modules",
      ]
      + ["-o", "bare", ".lesson/build/02-checks-student/main.swift"] + files + objects
    process.currentDirectoryURL = URL(filePath: root)
    let clock = ContinuousClock()
    let start = clock.now
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw ValidationError("the bare swiftc failed") }
    return seconds(clock.now - start)
  }

  private func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(filePath: "\(root)/\(path)"))
  }

  private func seconds(_ duration: Duration) -> Double {
    let (seconds, attoseconds) = duration.components
    return Double(seconds) + Double(attoseconds) / 1e18
  }
}
