import Lessons
import Transcripts

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A run in a terminal: a line per exercise with what is wrong, the cells that fail, the next step.
final class RunSummary {
  private let lesson: Lesson
  private let terminal: Terminal
  /// Prints nothing, because standard output is wanted for something else.
  private let isQuiet: Bool
  private let standing: Standing
  /// Columns; `nil` takes those of the screen.
  var width: Int?
  private var shown: [ExerciseResult] = []

  init(_ lesson: Lesson, _ standing: Standing, _ terminal: Terminal, isQuiet: Bool) {
    self.standing = standing
    self.lesson = lesson
    self.terminal = terminal
    self.isQuiet = isQuiet
  }

  func begin(_ subject: Transcript.Subject) {
    let whose = subject == .reference ? "  (the model answers)" : ""
    put(terminal.styled("\(lesson.number) \(lesson.title)", .bold) + whose + "\n\n")
  }

  /// Shows a verdict, once.
  func show(_ result: ExerciseResult) {
    guard !shown.contains(where: { $0.id == result.id }) else { return }
    put(line(result) + (isRepeated(result) ? "" : detail(result)) + notices(result))
    shown.append(result)
  }

  func end(_ transcript: Transcript, report: String) {
    put(cells(transcript))
    put("\n\(transcript.earned) of \(transcript.points) points\n")
    put("report: \(report)\n")
    if transcript.subject == .student { put(next(transcript)) }
  }

  private func put(_ text: String) {
    if !isQuiet { Terminal.write(text, to: STDOUT_FILENO) }
  }

  private func line(_ result: ExerciseResult) -> String {
    let (symbol, style): (String, Terminal.Style) =
      switch result.verdict {
      case .passed: ("✓", .green)
      case .notStarted: ("·", .faint)
      case .skipped: ("–", .faint)
      case .failed, .notCompiled, .crashed, .timedOut, .memory: ("✗", .red)
      }
    let title = "\(result.id) \(result.title)"
    let padding = String(repeating: " ", count: max(1, 36 - title.count))
    let points = "\(result.earned)/\(result.points)"
    return "  \(terminal.styled(symbol, style)) \(title)\(padding)\(points)  "
      + terminal.styled(result.verdict.name, style) + "\n"
  }

  private func isTold(_ diagnostics: [Diagnostic]) -> Bool {
    shown.contains { result in
      if case .notCompiled(let told) = result.verdict {
        told.first == diagnostics.first
      } else {
        false
      }
    }
  }

  /// Compile errors stop every exercise of a file alike; once is enough.
  private func isRepeated(_ result: ExerciseResult) -> Bool {
    guard case .notCompiled = result.verdict else { return false }
    return shown.contains { $0.verdict == result.verdict }
  }

  /// What a verdict has to say below its line; empty when there is nothing.
  func detail(_ result: ExerciseResult) -> String {
    let place = result.stoppedAt.map { "\($0): " } ?? ""
    switch result.verdict {
    case .passed, .notStarted: return ""
    case .skipped(let needs):
      return needs.isEmpty ? "" : paragraph("first: \(needs.joined(separator: ", "))")
    case .failed(let failure): return detail(failure)
    case .crashed(let crash): return detail(crash, in: place)
    case .timedOut(let seconds):
      return paragraph(
        place + "no answer after \(Int(seconds)) s. Is there a loop that never ends?")
    case .memory(let bytes):
      return paragraph(
        place + "more than \(bytes >> 20) MB of memory. Does a list grow at every step?")
    case .notCompiled(let diagnostics):
      // The others may follow from the first ones, and a full screen helps nobody.
      let rest = diagnostics.count - 3
      return diagnostics.prefix(3).map(compact).joined()
        + (rest > 0 ? paragraph("… and \(rest) more; these first") : "")
    }
  }

  private func detail(_ failure: Failure) -> String {
    var text = paragraph("\(failure.claim).")
    text += paragraph(
      "\(failure.challenge): \(failure.finding)" + distance(failure.divergence) + ".")
    if let diagnosis = failure.diagnosis {
      for (index, cause) in diagnosis.causes.enumerated() {
        let lead = index == 0 ? "This looks like" : "and at the same time"
        let words = [cause.explanation, cause.question].filter { !$0.isEmpty }
          .joined(separator: " ")
        text += paragraph("\(lead): \(cause.name). \(words)", .yellow)
      }
    }
    if let scope = failure.scope { text += paragraph(scope.sentence, .faint) }
    if let ladder = failure.ladder.map(LadderText.init) {
      text += ladder.table.map { "      " + terminal.styled($0, .faint) + "\n" }.joined()
      text += ladder.sentences.map { paragraph($0, .faint) }.joined()
    }
    return text
  }

  /// A long table in short: what it comes to, and its first rows that are marked wrong.
  private func short(_ table: Table) -> String {
    let rows = table.rowsMarkedWrong
    return paragraph(table.firstSentence)
      + rows.prefix(6).map { paragraph($0, .faint) }.joined()
      + (rows.count > 6 ? paragraph("… and \(rows.count - 6) more in the report", .faint) : "")
  }

  private func distance(_ divergence: Divergence?) -> String {
    guard let worst = divergence?.worstError, let tolerance = divergence?.tolerance else {
      return ""
    }
    return " (worst relative error \(scientific(worst)), allowed \(scientific(tolerance)))"
  }

  private func detail(_ crash: Crash, in place: String = "") -> String {
    paragraph(place + crash.reason + (crash.location.map { ", at \($0)" } ?? ""))
  }

  private func compact(_ diagnostic: Diagnostic) -> String {
    let place = terminal.styled(
      "\(diagnostic.file):\(diagnostic.line):\(diagnostic.column):", .bold)
    // The place in one piece, so that a terminal makes a link of it.
    var text = "      \(place)\n"
    text += paragraph("\(diagnostic.severity.rawValue): \(diagnostic.message)", .red)
    for line in diagnostic.excerpt.split(separator: "\n").prefix(2) { text += "        \(line)\n" }
    if let help = diagnostic.help { text += paragraph(help, .yellow) }
    return text
  }

  /// What belongs to a verdict beside it: the chain's, remarks, small tables.
  private func notices(_ result: ExerciseResult) -> String {
    var text = result.chainNote.map { paragraph($0) } ?? ""
    let remarkable = result.remarks.filter { $0.kind != .fine }
    for remark in remarkable {
      text += paragraph(remark.text, remark.kind == .bug ? .red : .yellow)
    }
    if remarkable.isEmpty, !result.remarks.isEmpty {
      let count = result.remarks.count
      return text
        + paragraph("\(count) \(count == 1 ? "remark" : "remarks") in the report: all fine", .faint)
    }
    for table in result.tables {
      text +=
        table.rows.count > 12 ? short(table) : TerminalTable(table).text(indent: "      ")
    }
    return text
  }

  private func paragraph(_ text: String, _ style: Terminal.Style? = nil) -> String {
    let folded = folded(text, width: min(100, width ?? Terminal.width), indent: "      ")
    return "      " + (style.map { terminal.styled(folded, $0) } ?? folded) + "\n"
  }

  // MARK: - Cells

  private func cells(_ transcript: Transcript) -> String {
    let failed = transcript.cells.filter(\.status.isFailure)
    let locked = transcript.cells.filter { if case .locked = $0.status { true } else { false } }
      .count
    var text = ""
    for cell in failed {
      text += "  \(terminal.styled("✗", .red)) cell \(cell.label)\n"
      switch cell.status {
      case .threw(let message): text += paragraph("it throws \(message)")
      case .crashed(let crash): text += detail(crash)
      case .timedOut(let seconds): text += paragraph("still running after \(Int(seconds)) s")
      case .memory(let bytes): text += paragraph("more than \(bytes >> 20) MB of memory")
      case .notCompiled(let diagnostics):
        // A file that does not compile stops its exercises and the cells alike; once is enough.
        text +=
          isTold(diagnostics)
          ? paragraph("it runs when the errors above are mended")
          : diagnostics.prefix(3).map(compact).joined()
      case .didNotFail: text += paragraph("it promises an error, and ran without one")
      case .finished, .locked, .notEvaluated, .notReached, .failedAsPromised: break
      }
    }
    if locked > 0 {
      let what = locked == 1 ? "1 cell unlocks" : "\(locked) cells unlock"
      text += terminal.styled("  \(what) as exercises pass", .faint) + "\n"
    }
    return text
  }

  // MARK: - What comes next

  private func next(_ transcript: Transcript) -> String {
    let open = transcript.exercises.filter { !$0.verdict.isPassed }
    let attempted = open.first { $0.verdict.isFailure }
    if let exercise = attempted ?? open.first(where: { missing($0.id, transcript).isEmpty }) {
      let file = lesson.frontMatter.exercises.map { "Exercises/\($0)" } ?? "Exercises"
      return "next: \(exercise.id) \(exercise.title), in \(file); "
        + "then swift run \(standing.tool) run \(lesson.number)\n"
        + "      a hint: swift run \(standing.tool) hint \(exercise.id)\n"
    }
    if let first = open.first, let need = missing(first.id, transcript).first {
      return "next: \(need) of lesson \(need.prefix(2)), which \(first.id) builds on: "
        + "swift run \(standing.tool) run \(need.prefix(2))\n"
    }
    return "next: all done here. swift run \(standing.tool) shows what follows\n"
  }

  /// What an exercise builds on and has not passed, here or when its own lesson last ran.
  private func missing(_ id: String, _ transcript: Transcript) -> [String] {
    let needs = lesson.exercises.first { $0.id == id }?.needs ?? []
    return needs.filter { need in
      let here = transcript.exercises.first { $0.id == need }?.verdict
      return !(here?.isPassed ?? standing.state(need).isPassed)
    }
  }
}

/// A positive number as 2.3e-9, or plainly where that is shorter.
package func scientific(_ value: Double) -> String {
  guard value.isFinite, value > 0 else { return value == 0 ? "0" : "\(value)" }
  var exponent = 0
  var mantissa = value
  while mantissa >= 9.95 { mantissa /= 10; exponent += 1 }
  while mantissa < 0.995 { mantissa *= 10; exponent -= 1 }
  return (-2..<3).contains(exponent)
    ? decimals(value, 3) : "\((mantissa * 10).rounded() / 10)e\(exponent)"
}
