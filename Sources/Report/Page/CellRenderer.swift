package import Lessons
package import Transcripts

/// A cell: its code, what became of it, and what it showed.
package struct CellRenderer {
  let cell: Cell
  let result: CellResult?
  /// The same cell on the model answers, for curves beneath the student's.
  let reference: CellResult?
  /// The exercises that have a place on this page.
  let exercises: Set<String>
  let hasPermalink: Bool

  package init(
    cell: Cell, result: CellResult?, reference: CellResult? = nil, exercises: Set<String>,
    hasPermalink: Bool = false
  ) {
    self.cell = cell
    self.result = result
    self.reference = reference
    self.exercises = exercises
    self.hasPermalink = hasPermalink
  }

  /// A cell that draws more than this is a loop that forgot to stop.
  private static let eventLimit = 60
  /// A cell whose outputs take more bytes than this would make a page that opens slowly.
  private static let byteLimit = 300_000

  package var html: HTML? {
    let problem = problem
    let showsOutput = cell.options.include && cell.options.output
    let output = showsOutput ? output : .empty
    let code = cell.options.include && cell.options.echo ? swiftCode(cell.code) : .empty
    guard !(code.source.isEmpty && output.source.isEmpty && problem == nil) else { return nil }
    let name = "cell-\(idPart(cell.label))"
    return tag("section", ["class": "cell", "id": name, "aria-label": "Cell \(cell.label)"]) {
      if hasPermalink { permalink(to: name, name: "cell \(cell.label)") }
      code
      if !output.source.isEmpty { tag("div", ["class": "output"]) { output } }
      problem
    }
  }

  // MARK: - Output

  private var output: HTML {
    let events = result?.events ?? []
    var html = HTML.empty
    var figureCount = 0
    for (index, event) in events.enumerated() {
      if index == Self.eventLimit || html.source.utf8.count > Self.byteLimit {
        return html + Self.omission(of: events.count - index)
      }
      switch event {
      case .text(let text): html += outputText(text)
      case .table(let table): html += tableHTML(table)
      case .figure(let figure):
        figureCount += 1
        html += figureHTML(
          figure.over(referenceFigure(figureCount)),
          id: "figure-\(idPart(cell.label))-\(figureCount)", caption: caption(figureCount),
          alternative: cell.options.figureAlternative)
      }
    }
    return html
  }

  /// A single caption stands below every figure; of several, one below each.
  private func caption(_ ordinal: Int) -> String? {
    let captions = cell.options.figureCaptions
    return captions.count == 1
      ? captions[0] : ordinal <= captions.count ? captions[ordinal - 1] : nil
  }

  private static func omission(of count: Int) -> HTML {
    tag("p", ["class": "note"]) {
      count == 1 ? "One more output is not shown." : "\(count) more outputs are not shown."
    }
  }

  private func referenceFigure(_ ordinal: Int) -> Figure? {
    let figures = (reference?.events ?? []).compactMap { event -> Figure? in
      if case .figure(let figure) = event { figure } else { nil }
    }
    return ordinal <= figures.count ? figures[ordinal - 1] : nil
  }

  // MARK: - Status

  /// What a reader must know besides the output; a cell that ran and ended has nothing to say.
  private var problem: HTML? {
    guard let result else {
      return cell.options.eval
        ? note("waiting", "not run", tag("p") { "This cell has not run yet." }) : nil
    }
    switch result.status {
    case .finished, .notEvaluated: return nil
    case .locked(let needs):
      return note(
        "waiting", "locked",
        tag("p") {
          "This cell unlocks when "
          exerciseLinks(needs, on: exercises)
          needs.count == 1 ? " passes." : " pass."
        })
    case .notReached:
      return note(
        "waiting", "not reached",
        tag("p") { "An earlier cell stopped the program before this one." })
    case .threw(let message):
      return note(
        "failed", "threw an error",
        tag("p") {
          "The cell threw an error: "
          tag("strong") { message }
        })
    case .crashed(let crash): return note("failed", "crashed", crashHTML(crash))
    case .timedOut(let seconds): return note("failed", "timed out", timeOutHTML(seconds))
    case .memory(let bytes): return note("failed", "out of memory", memoryHTML(bytes))
    case .notCompiled(let diagnostics):
      return note("failed", "not compiled", diagnosticsHTML(diagnostics))
    case .failedAsPromised(let message):
      return note(
        "promised", "failed, as promised",
        tag("p") { "This cell is here to fail, and does:" } + outputText(message))
    case .didNotFail:
      return note(
        "failed", "did not fail",
        tag("p") { "This cell promises an error, and ran without one." })
    }
  }

  private func note(_ style: String, _ word: String, _ content: HTML) -> HTML {
    tag("div", ["class": "status \(style)"]) {
      tag("p", ["class": "word"]) { Mark(style: style).html + .text(" " + word) }
      content
    }
  }
}
