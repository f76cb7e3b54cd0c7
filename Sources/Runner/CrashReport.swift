import Transcripts

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Reads what a crashing Swift program and the backtracer wrote to standard error.
struct CrashReport {
  /// The course's folder; paths below it are shown relative to it.
  var root: String
  var text: String

  func crash(_ exit: Exit) -> Crash {
    let frame = frames.first { isStudents($0.path) }
    let reason = message ?? sentence(for: exit)
    return Crash(
      reason: reason, location: frame.map { "\($0.path):\($0.line)" }, function: frame?.function)
  }

  /// The error that ended the program at top level, when that is what ended it.
  var thrownError: String? {
    let marker = "Fatal error: Error raised at top level: "
    guard let range = text.firstRange(of: marker) else { return nil }
    return String(text[range.upperBound...].prefix { $0 != "\n" })
  }

  /// "Fatal error: index 5 is outside a vector of 5", without the file of the runtime.
  private var message: String? {
    let outOfMemory = ["Could not allocate memory", "failed to allocate", "out of memory"]
    if outOfMemory.contains(where: text.contains) {
      return "not enough memory for what it asked for at once"
    }
    for line in text.split(separator: "\n") {
      if let range = line.firstRange(of: "Fatal error") {
        return String(line[range.lowerBound...])
      }
    }
    return nil
  }

  private func sentence(for exit: Exit) -> String {
    switch exit {
    case .signal(SIGILL), .signal(SIGTRAP):
      "it trapped: an index out of range, an arithmetic overflow, or a nil that was forced"
    case .signal(SIGSEGV), .signal(SIGBUS):
      "it touched memory that is not its own; most often a function that calls itself for ever"
    case .signal(SIGABRT): "it aborted"
    case .signal(SIGFPE): "it divided an integer by zero"
    case .signal(let number): "it was ended by signal \(number)"
    case .code(let code): "it ended with code \(code)"
    case .memory, .cpu, .output, .tasks, .timedOut: "it was stopped"
    }
  }

  // MARK: - Frames

  private struct Frame {
    var function: String
    var path: String
    var line: Int
  }

  private func isStudents(_ path: String) -> Bool {
    path.hasPrefix("lessons/")
      || path.hasPrefix("Exercises/") && !path.hasPrefix("Exercises/Bindings/")
  }

  /// Lines like `1 [inlined]  0x000055561a0891cd f(_:_:) + 85 in s at /tmp/t/s.swift:2:39`.
  private var frames: [Frame] {
    text.split(separator: "\n").compactMap { line in
      guard let at = line.ranges(of: " at ").last else { return nil }
      var path = String(line[at.upperBound...])
      let parts = path.split(separator: ":")
      guard parts.count >= 3, let number = Int(parts[parts.count - 2]) else { return nil }
      path = parts.dropLast(2).joined(separator: ":")
      if path.hasPrefix(root + "/") { path.removeFirst(root.count + 1) }
      let before = line[..<at.lowerBound]
      let name = before.ranges(of: " in ").last.map { before[..<$0.lowerBound] } ?? before
      let function = name.split(separator: " ").drop { $0.first != "0" || !$0.hasPrefix("0x") }
        .dropFirst().joined(separator: " ").replacing(#/ \+ \d+$/#, with: "")
      return Frame(function: function, path: path, line: number)
    }
  }
}
