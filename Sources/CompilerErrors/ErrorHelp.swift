import Transcripts

/// One sentence for who meets an error of the compiler for the first time, with the student's own names.
///
/// A pure function of the message, the notes that follow it, and the file it is about. It says what the
/// compiler means and where to look; it writes nobody's line of code.
struct ErrorHelp {
  let error: Diagnostic
  /// The notes that the compiler put behind it.
  let notes: [Diagnostic]
  let source: SourceText
  /// Names that the course gives, for slips of the hand.
  let given: [String]

  /// - Returns: `nil` where the message says it well enough, or is not known.
  var sentence: String? {
    for rule in Self.rules {
      if let parts = rule.pattern.parts(of: error.message), let text = rule.text(self, parts) {
        return text
      }
    }
    return nil
  }

  struct Rule: Sendable {
    let pattern: MessagePattern
    let text: @Sendable (ErrorHelp, [String]) -> String?

    init(
      _ pattern: MessagePattern, _ text: @escaping @Sendable (ErrorHelp, [String]) -> String?
    ) {
      self.pattern = pattern
      self.text = text
    }

    init(_ pattern: MessagePattern, _ text: String) {
      self.init(pattern) { _, _ in text }
    }
  }

  static let rules: [Rule] =
    throwing + constants + numbers + optionals + calls + names + types + results + statements

  // MARK: - What the place says

  /// The name at the error's place.
  var name: String? { source.name(line: error.line, column: error.column) }

  /// A name in quotes, or other words where there is none.
  func quoted(_ name: String?, or words: String) -> String {
    name.map { "'\($0)'" } ?? words
  }

  /// The code from the error's place on.
  var rest: String {
    let line = source.code.indices.contains(error.line - 1) ? source.code[error.line - 1] : ""
    return String(decoding: line.utf8.dropFirst(max(0, error.column - 1)), as: UTF8.self)
  }

  var line: String {
    source.code.indices.contains(error.line - 1) ? source.code[error.line - 1] : ""
  }
}
