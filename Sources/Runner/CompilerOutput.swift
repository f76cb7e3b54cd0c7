import Transcripts

/// What `swiftc -diagnostic-style llvm` prints, as values.
struct CompilerOutput {
  var text: String
  /// Paths below it are shown relative to it.
  var root: String

  init(_ text: String, root: String) {
    self.text = PrintedText.cleaned(text.utf8)
    self.root = root
  }

  /// Errors, warnings and notes in their order, each once.
  var diagnostics: [Diagnostic] {
    var result: [Diagnostic] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let diagnostic = parse(line) {
        if !result.contains(where: { $0.isSameMessage(as: diagnostic) }) {
          result.append(diagnostic)
        }
      } else if !result.isEmpty, !line.isEmpty, result[result.count - 1].excerpt.utf8.count < 2000 {
        let last = result.count - 1
        result[last].excerpt += (result[last].excerpt.isEmpty ? "" : "\n") + line
      }
    }
    return result
  }

  /// `Exercises/03-BPTT.swift:42:13: error: …`.
  private func parse(_ line: Substring) -> Diagnostic? {
    for severity in [Diagnostic.Severity.error, .warning, .note] {
      guard let range = line.firstRange(of: ": \(severity.rawValue): ") else { continue }
      let place = line[..<range.lowerBound].split(separator: ":")
      guard place.count >= 3, let row = Int(place[place.count - 2]),
        let column = Int(place[place.count - 1])
      else { continue }
      var file = place.dropLast(2).joined(separator: ":")
      if file.hasPrefix(root + "/") { file.removeFirst(root.count + 1) }
      return Diagnostic(
        severity: severity, file: file, line: row, column: column,
        message: String(line[range.upperBound...]))
    }
    return nil
  }
}

extension Diagnostic {
  fileprivate func isSameMessage(as other: Diagnostic) -> Bool {
    file == other.file && line == other.line && column == other.column && message == other.message
  }
}
