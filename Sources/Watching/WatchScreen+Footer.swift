import Transcripts

extension WatchScreen {
  /// How far the lesson is.
  func bar(width: Int) -> ScreenLine {
    let total = state.lesson.exercises.count
    let words =
      "\(state.passedCount)/\(total) exercises · \(state.earned)/\(state.points) points"
    let length = min(40, width - words.count - 2)
    guard length >= 4 else { return ScreenLine(words) }
    let filled = total == 0 ? 0 : length * state.passedCount / total
    return ScreenLine([
      .init(String(repeating: "━", count: filled), .green),
      .init(String(repeating: "─", count: length - filled), .faint), .init("  " + words),
    ])
  }

  func notice(width: Int) -> [ScreenLine] {
    (state.notice.map { paragraph($0, .yellow, width: width, indent: 0) } ?? [])
      + stopNotice(width: width)
  }

  /// A file that does not compile says nothing of what has passed; it is not lost.
  private func stopNotice(width: Int) -> [ScreenLine] {
    let waiting = state.lesson.exercises.filter {
      if case .notCompiled? = state.results[$0.id]?.verdict {
        state.record.passed.contains($0.id)
      } else {
        false
      }
    }.map(\.id)
    guard !waiting.isEmpty, !state.isChecking else { return [] }
    let verb = waiting.count == 1 ? "waits" : "wait"
    return paragraph(
      "\(waiting.joined(separator: ", ")) passed when the file last compiled, and \(verb) for it",
      .yellow, width: width, indent: 0)
  }

  // MARK: - What goes on

  func status(width: Int) -> [ScreenLine] {
    switch state.phase {
    case .checking(.lesson): return [ScreenLine("checking…", .yellow)]
    case .checking(.all):
      return [ScreenLine("checking every lesson up to \(state.lesson.number)…", .yellow)]
    case .running(let what, let progress): return [running(what, progress, width: width)]
    case .resting:
      guard let end = state.end else { return [] }
      return ended(end, width: width)
    case .missing, .stopped: return []
    }
  }

  private var timing: String { state.seconds.map { "checked in \(twoPlaces($0)) s · " } ?? "" }

  private func running(_ what: String, _ progress: Progress?, width: Int) -> ScreenLine {
    guard let progress else { return ScreenLine("\(timing)\(what)…", .faint) }
    let loss = progress.loss.map { " · loss \(fourPlaces($0))" } ?? ""
    let words = "epoch \(progress.done)/\(progress.total)\(loss)"
    let length = min(24, width - what.count - words.count - 2)
    guard length >= 4 else { return ScreenLine("\(words) · \(what)") }
    let fraction = Double(progress.done) / Double(max(1, progress.total))
    let filled = min(length, max(0, Int(fraction * Double(length))))
    return ScreenLine([
      .init(what + " "), .init(String(repeating: "━", count: filled), .blue),
      .init(String(repeating: "─", count: length - filled), .faint), .init(" " + words),
    ])
  }

  private func ended(_ end: CheckEnd, width: Int) -> [ScreenLine] {
    var lines: [ScreenLine] = []
    if !end.cellsFailed.isEmpty {
      let names = end.cellsFailed.joined(separator: ", ")
      let verb = end.cellsFailed.count == 1 ? "cell \(names) fails" : "cells \(names) fail"
      lines += paragraph("✗ \(verb); the report says how", .red, width: width, indent: 0)
    }
    var parts: [String] = []
    if let seconds = state.seconds { parts.append("checked in \(twoPlaces(seconds)) s") }
    if end.cellsRun > 0 {
      parts.append("\(end.cellsRun) \(end.cellsRun == 1 ? "cell" : "cells") ran")
    }
    if end.cellsLocked > 0 { parts.append("\(end.cellsLocked) unlock as exercises pass") }
    lines += paragraph(parts.joined(separator: " · "), .faint, width: width, indent: 0)
    if let report = end.report {
      let link = FileLink(path: "\(state.lesson.root)/\(report)")
      lines.append(ScreenLine("report: ", .faint) + ScreenLine([.init(report, .blue, link: link)]))
    }
    if let page = state.page { lines.append(ScreenLine("live at \(page)", .faint)) }
    return lines
  }

  // MARK: - Keys

  /// For a window in which they take too much room.
  var shortKeys: ScreenLine {
    ScreenLine(state.isChecking ? "q quit" : "n·r·h·l·c·x · q quit", .faint)
  }

  func keys(width: Int) -> [ScreenLine] {
    if state.isChecking { return [ScreenLine("q quit", .faint)] }
    let keys: [(String, String)] =
      switch state.view {
      case .verdict:
        [
          ("n", "next"), ("r", "run"), ("h", "hint"), ("l", "list"), ("c", "check all"),
          ("x", "reset"), ("q", "quit"),
        ]
      case .hint:
        [("[", "back"), ("]", "on"), ("h", "next hint"), ("Esc", "close"), ("q", "quit")]
      case .list:
        [("↑↓", "choose"), ("Enter", "go there"), ("x", "reset"), ("l", "close"), ("q", "quit")]
      case .confirmReset: [("y", "yes, reset"), ("any other key", "no")]
      }
    var lines: [ScreenLine] = []
    var line = ScreenLine()
    for (key, what) in keys {
      let isNext = key == "n" && state.isPassed(state.current)
      let item = ScreenLine([.init(key, .bold), .init(" " + what, isNext ? .green : .plain)])
      if line.spans.isEmpty {
        line = item
      } else if line.columns + 3 + item.columns > width {
        lines.append(line)
        line = item
      } else {
        line = line + ScreenLine(" · ", .faint) + item
      }
    }
    return lines + [line]
  }
}

private func twoPlaces(_ value: Double) -> String { fixed(value, 100, 2) }

private func fourPlaces(_ value: Double) -> String { fixed(value, 10_000, 4) }

private func fixed(_ value: Double, _ scale: Int, _ places: Int) -> String {
  guard value.isFinite, abs(value) < 1e9 else { return "\(value)" }
  let units = Int((abs(value) * Double(scale)).rounded())
  let fraction = String(units % scale)
  let zeros = String(repeating: "0", count: places - fraction.count)
  return "\(value < 0 ? "−" : "")\(units / scale).\(zeros)\(fraction)"
}
