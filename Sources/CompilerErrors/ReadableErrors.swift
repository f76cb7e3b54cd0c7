public import Transcripts

/// The compiler's messages as somebody would tell them who looks over the student's shoulder: the error
/// that is really there first, what follows from it left out, each with its line, and a sentence of help.
///
/// Pure; nothing is said that the compiler did not say, except where braces do not match: that it notices
/// at the end of the file.
public struct ReadableErrors {
  /// The errors, the most useful one first; notes and warnings are not among them.
  public private(set) var errors: [Diagnostic] = []

  /// - Parameters:
  ///   - diagnostics: of one compilation, in the compiler's order: an error and then its notes.
  ///   - texts: the student's files by path as the diagnostics name them.
  ///   - contract: files that are not the student's, such as bindings: an error in one of them says that a
  ///     signature has changed.
  ///   - given: names that the course gives.
  public init(
    _ diagnostics: [Diagnostic], texts: [String: String], contract: Set<String> = [],
    given: [String] = []
  ) {
    let sources = texts.mapValues(SourceText.init)
    var groups = Self.grouped(diagnostics)
    var findings: [String: BraceCheck.Finding] = [:]
    for (path, source) in sources {
      let isAboutBraces = groups.contains { $0.error.file == path && $0.isAboutBraces }
      if isAboutBraces, let finding = BraceCheck(source).finding { findings[path] = finding }
    }
    // A brace explains whatever follows in its file, and names that its functions were to give others.
    groups.removeAll { group in
      guard let finding = findings[group.error.file] else { return false }
      return group.isAboutBraces || group.error.line >= finding.line
    }
    var errors = findings.sorted { $0.key < $1.key }.compactMap { path, finding in
      sources[path].map { Self.diagnostic(finding, path, $0) }
    }
    // The student's own lines in their order; then others; and those of the checks only where there is
    // nothing else to mend.
    func rank(_ group: Group) -> Int {
      sources[group.error.file] != nil ? 0 : contract.contains(group.error.file) ? 2 : 1
    }
    let order = groups.enumerated().sorted { a, b in
      let (first, second) = (a.element.error, b.element.error)
      let keys = (rank(a.element), first.file, first.line, a.offset)
      return keys < (rank(b.element), second.file, second.line, b.offset)
    }.map(\.element)
    for group in order {
      if rank(group) == 2 {
        if errors.contains(where: { !contract.contains($0.file) }) { continue }
        errors.append(Self.ofContract(group.error))
        continue
      }
      let source = sources[group.error.file] ?? SourceText("")
      let group = group.atItsOpening
      var error = Self.clipped(group.error, source)
      error.help =
        ErrorHelp(error: group.error, notes: group.notes, source: source, given: given).sentence
      errors.append(error)
    }
    self.errors = Self.folded(errors)
  }

  // MARK: - An error and its notes

  private struct Group {
    var error: Diagnostic
    var notes: [Diagnostic] = []

    /// A parenthesis that is not closed, where it was opened: the compiler misses it on a later line.
    var atItsOpening: Group {
      guard error.message.hasPrefix("expected ')'"),
        let opening = notes.first(where: { $0.message.hasPrefix("to match this opening '('") })
      else { return self }
      var group = self
      group.error.line = opening.line
      group.error.column = opening.column
      group.error.excerpt = opening.excerpt
      return group
    }

    /// Where braces do not match, the compiler loses its way, and says one of these.
    var isAboutBraces: Bool {
      [
        "expected '}'", "extraneous '}'", "expected '{' in body",
        "statements are not allowed at the top",
        "return invalid outside", "expected declaration",
      ].contains { error.message.hasPrefix($0) }
    }
  }

  private static func grouped(_ diagnostics: [Diagnostic]) -> [Group] {
    var groups: [Group] = []
    var isBehindAnError = false
    for diagnostic in diagnostics {
      switch diagnostic.severity {
      case .error:
        groups.append(Group(error: diagnostic))
        isBehindAnError = true
      case .warning: isBehindAnError = false
      case .note: if isBehindAnError { groups[groups.count - 1].notes.append(diagnostic) }
      }
    }
    return groups
  }

  // MARK: - What follows from what

  /// One error per line and one per missing name: the others say the same once more.
  private static func folded(_ errors: [Diagnostic]) -> [Diagnostic] {
    var result: [Diagnostic] = []
    for error in errors {
      if let same = result.firstIndex(where: { $0.file == error.file && $0.line == error.line }) {
        // On one line the one that says what to do is worth more than the one that came first.
        if preference(error) > preference(result[same]) { result[same] = error }
      } else if !isRepeated(error, in: result) {
        result.append(error)
      }
    }
    return result
  }

  private static func preference(_ error: Diagnostic) -> Int {
    if error.message.hasPrefix("use of '=' in a boolean context") { return 2 }
    return error.help == nil ? 0 : 1
  }

  private static func isRepeated(_ error: Diagnostic, in others: [Diagnostic]) -> Bool {
    others.contains { other in
      guard other.file == error.file else { return false }
      if error.message == other.message, error.message.hasPrefix("cannot find") { return true }
      if error.message == other.message, error.message.contains("before being initialized") {
        return true
      }
      // `sum` without a value is told where it is read first.
      let valueless: MessagePattern = "variable '*'"
      if error.message.contains("before being initialized"),
        other.message.contains("before being initialized"),
        valueless.parts(of: error.message) != nil
      {
        let name = MessagePattern("variable '*' ").parts(of: error.message)
        return name == MessagePattern("variable '*' ").parts(of: other.message)
      }
      // The variable of a loop that was not understood.
      return other.message.hasPrefix("C-style for") && error.message.hasPrefix("cannot find")
    }
  }

  // MARK: - Braces and contracts

  private static func diagnostic(
    _ finding: BraceCheck.Finding, _ path: String, _ source: SourceText
  ) -> Diagnostic {
    let text = source.line(finding.line) ?? ""
    let (message, help, mark): (String, String, Character) =
      switch finding {
      case .unclosed:
        (
          "the block that begins here is not closed",
          "Each { needs its }, as far from the margin as the line that opened it; where should this block "
            + "end?", "{"
        )
      case .closesTooMuch:
        (
          "this brace closes more than it looks like",
          "What it closes was opened further to the left; is this } one too many, or is a { missing above?",
          "}"
        )
      case .unopened:
        (
          "the body of this function does not begin",
          "A function's body stands between { and }; the first of them is missing after the signature.",
          " "
        )
      }
    let column =
      text.lastIndex(of: mark).map { text[..<$0].utf8.count + 1 } ?? max(1, text.utf8.count)
    let diagnostic = Diagnostic(
      severity: .error, file: path, line: finding.line, column: column, message: message,
      help: help)
    return clipped(diagnostic, source)
  }

  private static func ofContract(_ error: Diagnostic) -> Diagnostic {
    var error = error
    error.help =
      "The checks call your function here, as its contract says; has its name or signature changed? The "
      + "lesson shows it, and reset brings it back."
    return error
  }

  // MARK: - The line and the caret

  /// The most of a line that is shown, in characters.
  private static let widest = 100

  /// The line of source with a caret below it; of a long line the part around the caret.
  private static func clipped(_ error: Diagnostic, _ source: SourceText) -> Diagnostic {
    var error = error
    let printed = error.excerpt.split(separator: "\n", omittingEmptySubsequences: false)
    if let line = printed.first, line.count <= widest, printed.count >= 2,
      !line.allSatisfy(\.isWhitespace)
    {
      // What the compiler prints below is what it would insert: often right, and not for us to give.
      error.excerpt = printed.prefix(2).joined(separator: "\n")
      return error
    }
    guard let line = source.line(error.line) else { return error }
    let before = String(decoding: line.utf8.prefix(max(0, error.column - 1)), as: UTF8.self)
    let characters = Array(line)
    let caret = min(before.count, characters.count)
    let start =
      characters.count <= widest ? 0 : max(0, min(caret - widest / 2, characters.count - widest))
    let end = min(characters.count, start + widest)
    let left = start > 0 ? "…" : ""
    let right = end < characters.count ? "…" : ""
    error.excerpt =
      left + String(characters[start..<end]) + right + "\n"
      + String(repeating: " ", count: left.count + caret - start) + "^"
    return error
  }
}
