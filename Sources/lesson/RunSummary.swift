import Lessons
import Transcripts

/// A run in a terminal: a line per exercise, the first failure in full, the next step.
struct RunSummary {
  var text: String

  private let terminal: Terminal
  private let lesson: Lesson
  private let transcript: Transcript

  init(_ lesson: Lesson, _ transcript: Transcript, report: String, _ terminal: Terminal) {
    self.terminal = terminal
    self.lesson = lesson
    self.transcript = transcript
    text = ""
    let whose = transcript.subject == .reference ? "  (the model answers)" : ""
    text = terminal.styled("\(lesson.number) \(lesson.title)", .bold) + whose + "\n\n"
    for (index, result) in transcript.exercises.enumerated() {
      text += line(result) + detail(result, isFirst: isFirstWithItsErrors(index)) 
    }
    text += cells
    text += "\n\(transcript.earned) of \(transcript.points) points\n"
    text += "report: \(report)\n"
    text += next
    if text.hasSuffix("\n") { text.removeLast() }
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

  /// Compile errors stop every exercise of a file alike; once is enough.
  private func isFirstWithItsErrors(_ index: Int) -> Bool {
    guard case .notCompiled = transcript.exercises[index].verdict else { return true }
    return !transcript.exercises[..<index].contains { $0.verdict == transcript.exercises[index].verdict }
  }

  private func detail(_ result: ExerciseResult, isFirst: Bool) -> String {
    guard isFirst else { return "" }
    switch result.verdict {
    case .passed, .notStarted: return ""
    case .skipped(let needs): return paragraph("first: \(needs.joined(separator: ", "))")
    case .failed(let failure): return detail(failure)
    case .crashed(let crash): return detail(crash)
    case .timedOut(let seconds):
      return paragraph("no answer after \(Int(seconds)) s. Is there a loop that never ends?")
    case .memory(let bytes):
      return paragraph("more than \(bytes >> 20) MB of memory. Does a list grow at every step?")
    case .notCompiled(let diagnostics):
      return diagnostics.prefix(5).map(compact).joined()
        + (diagnostics.count > 5 ? paragraph("… and \(diagnostics.count - 5) more") : "")
    }
  }

  private func detail(_ failure: Failure) -> String {
    var text = paragraph("\(failure.claim).")
    text += paragraph("\(failure.challenge): \(failure.finding)" + distance(failure.divergence) + ".")
    if let diagnosis = failure.diagnosis {
      text += paragraph("This looks like: \(diagnosis.name). \(diagnosis.question)", .yellow)
    }
    return text
  }

  private func distance(_ divergence: Divergence?) -> String {
    guard let worst = divergence?.worstError, let tolerance = divergence?.tolerance else { return "" }
    return " (worst relative error \(scientific(worst)), allowed \(scientific(tolerance)))"
  }

  private func detail(_ crash: Crash) -> String {
    let place = crash.location.map { ", at \($0)" } ?? ""
    return paragraph(crash.reason + place)
  }

  private func compact(_ diagnostic: Diagnostic) -> String {
    let place = "\(diagnostic.file):\(diagnostic.line):\(diagnostic.column)"
    var text = paragraph("\(place): \(diagnostic.severity.rawValue): \(diagnostic.message)")
    for line in diagnostic.excerpt.split(separator: "\n").prefix(4) { text += "        \(line)\n" }
    return text
  }

  private func paragraph(_ text: String, _ style: Terminal.Style? = nil) -> String {
    let folded = folded(text, width: min(100, Terminal.width), indent: "      ")
    return "      " + (style.map { terminal.styled(folded, $0) } ?? folded) + "\n"
  }

  // MARK: - Cells

  private var cells: String {
    let failed = transcript.cells.filter(\.status.isFailure)
    let locked = transcript.cells.filter { if case .locked = $0.status { true } else { false } }.count
    var text = ""
    for cell in failed {
      text += "  \(terminal.styled("✗", .red)) cell \(cell.label)\n"
      switch cell.status {
      case .threw(let message): text += paragraph("it throws \(message)")
      case .crashed(let crash): text += detail(crash)
      case .timedOut(let seconds): text += paragraph("still running after \(Int(seconds)) s")
      case .memory(let bytes): text += paragraph("more than \(bytes >> 20) MB of memory")
      case .notCompiled(let diagnostics): text += diagnostics.prefix(3).map(compact).joined()
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

  private var next: String {
    guard transcript.subject == .student else { return "" }
    let file = lesson.frontMatter.exercises.map { "Exercises/\($0)" } ?? "Exercises"
    let open = transcript.exercises.first { $0.verdict.isFailure }
      ?? transcript.exercises.first { if case .skipped = $0.verdict { false } else { !$0.verdict.isPassed } }
    if let open {
      return "next: \(open.id) \(open.title), in \(file); then swift run lesson run \(lesson.number)\n"
        + "      a hint: swift run lesson hint \(open.id)\n"
    }
    if case .skipped(let needs)? = transcript.exercises.first(where: { !$0.verdict.isPassed })?.verdict,
      let first = needs.first
    {
      return "next: \(first), which this lesson builds on: swift run lesson run \(first.prefix(2))\n"
    }
    return "next: all done here. swift run lesson shows what follows\n"
  }
}

/// 2.3e-9
func scientific(_ value: Double) -> String {
  guard value.isFinite, value > 0 else { return value == 0 ? "0" : "\(value)" }
  var exponent = 0
  var mantissa = value
  while mantissa >= 9.95 { mantissa /= 10; exponent += 1 }
  while mantissa < 0.995 { mantissa *= 10; exponent -= 1 }
  return (-4..<4).contains(exponent) ? "\(value)" : "\((mantissa * 10).rounded() / 10)e\(exponent)"
}
