import Lessons
import Transcripts

/// Finds cells of which a reader has nothing, and figures that say nothing to who cannot see them.
struct CellReview {
  var lesson: Lesson
  var transcript: Transcript

  func findings() -> [Finding] {
    let results = Dictionary(
      transcript.cells.map { ($0.label, $0) }, uniquingKeysWith: { first, _ in first })
    return lesson.cells.flatMap { cell -> [Finding] in
      let result = results[cell.label]
      return [failure(cell, result), idleness(cell, result)].compactMap(\.self)
        + figures(cell, result)
    }
  }

  private func failure(_ cell: Cell, _ result: CellResult?) -> Finding? {
    let problem: String
    switch result?.status {
    case .finished, .failedAsPromised, .notEvaluated: return nil
    case nil: problem = "has not run"
    case .locked(let needs): problem = "stays locked: \(needs.joined(separator: ", ")) did not pass"
    case .notReached: problem = "is not reached, as an earlier cell stops the program"
    case .threw(let message): problem = "throws \(message)"
    case .crashed(let crash):
      problem = "crashes: \(crash.reason)" + (crash.location.map { ", at \($0)" } ?? "")
    case .timedOut(let seconds): problem = "still runs after \(Int(seconds)) s"
    case .memory(let bytes): problem = "wants more than \(bytes >> 20) MB of memory"
    case .notCompiled(let diagnostics):
      let first = diagnostics.first { $0.severity == .error }
      problem = "does not compile: \(first?.message ?? "see lesson run")"
      if let first, first.file == lesson.file {
        return Finding(
          .cell, file: lesson.file, line: first.line, "cell '\(cell.label)' \(problem)")
      }
    case .didNotFail: problem = "promises an error and meets none"
    }
    return Finding(.cell, file: lesson.file, line: cell.line, "cell '\(cell.label)' \(problem)")
  }

  /// A cell must show something, or make something that a later cell uses.
  private func idleness(_ cell: Cell, _ result: CellResult?) -> Finding? {
    guard cell.options.eval, result?.status == .finished, result?.events.isEmpty == true else {
      return nil
    }
    let later = lesson.cells.filter { $0.line > cell.line }.map(\.code)
    let used = cell.declaredNames.contains { name in later.contains { $0.containsWord(name) } }
    return used
      ? nil
      : Finding(
        .label, file: lesson.file, line: cell.line,
        "cell '\(cell.label)' shows nothing, and no later cell uses what it makes")
  }

  private func figures(_ cell: Cell, _ result: CellResult?) -> [Finding] {
    guard cell.options.include, cell.options.output else { return [] }
    let figures = (result?.events ?? []).compactMap { event -> Figure? in
      if case .figure(let figure) = event { figure } else { nil }
    }
    guard !figures.isEmpty else { return [] }
    var findings: [Finding] = []
    func find(_ message: String) {
      findings.append(Finding(.figure, file: lesson.file, line: cell.line, message))
    }
    let captions = cell.options.figureCaptions.count
    if captions == 0 {
      find(
        "the figure of cell '\(cell.label)' has no caption that says what to see; add //| fig-cap: \"…\""
      )
    } else if captions != figures.count {
      find(
        "cell '\(cell.label)' has \(figures.count) figures and \(captions) captions; give each its own: "
          + "//| fig-cap: [\"…\", \"…\"]")
    }
    for figure in figures {
      let (title, description) = (figure.title, figure.description)
      if title.isEmpty { find("a figure of cell '\(cell.label)' has no title") }
      if description.isEmpty, cell.options.figureAlternative == nil {
        find("the figure '\(title)' of cell '\(cell.label)' has no description; say what it shows")
      }
    }
    return findings
  }
}

extension Cell {
  /// The names that the cell declares at the top level.
  fileprivate var declaredNames: [String] {
    let keywords: Set = ["let", "var", "func", "struct", "enum", "class", "typealias", "actor"]
    return code.split(separator: "\n").flatMap { line -> [String] in
      guard line.first?.isWhitespace == false else { return [] }
      let words = line.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
      guard let keyword = words.firstIndex(where: keywords.contains) else {
        // `extension Vector { … }` makes something, too, whose names a reader of words cannot know.
        return words.first == "extension" ? Array(words.dropFirst()) : []
      }
      return line.contains("(") && words[keyword] != "func"
        ? Array(words[(keyword + 1)...].prefix(4)) : Array(words[(keyword + 1)...].prefix(1))
    }
  }
}

extension String {
  fileprivate func containsWord(_ word: String) -> Bool {
    split { !($0.isLetter || $0.isNumber || $0 == "_") }.contains { $0 == word }
  }
}
