public import Transcripts

/// The screen of `lesson watch`, as lines for a window of any size.
///
/// Pure: the same state and size give the same lines. What there is no room for is left out in this
/// order: empty lines, the heading, the status, all but the first lines of the text; the verdict of the
/// current exercise, what was broken, the bar and the keys stay.
public struct WatchScreen {
  public var state: WatchState
  /// What a verdict has to say, folded to so many columns: the same words as `lesson run`'s.
  public var explain: (ExerciseResult, _ columns: Int) -> [ScreenLine]

  public init(
    _ state: WatchState, explain: @escaping (ExerciseResult, _ columns: Int) -> [ScreenLine]
  ) {
    self.state = state
    self.explain = explain
  }

  /// - Parameters:
  ///   - columns: of the window; no line is longer.
  ///   - rows: of the window; there are no more lines.
  public func lines(columns: Int, rows: Int) -> [ScreenLine] {
    let width = max(10, columns)
    let alerts = alerts(width: width)
    let footer = [bar(width: width)] + notice(width: width)
    let keys = keys(width: width)
    // Rows for the text; it gets two at least, and the rest is what gives way.
    func room(_ others: Int) -> Int { rows - others - alerts.count - footer.count - keys.count }
    let status = status(width: width)
    let heading = [heading(width: width)]
    let space: [ScreenLine] = [""]
    var result: [ScreenLine]
    if room(status.count + 5) >= 4 {
      let text = window(room(status.count + 5), width: width)
      result = heading + space + text + space + alerts
      result += (alerts.isEmpty ? [] : space) + footer + status + space + keys
    } else if room(status.count + 1) >= 3 {
      let text = window(room(status.count + 1), width: width)
      result = heading + text + alerts + footer + status + keys
    } else {
      let foot = room(0) < 1 ? [shortKeys] : keys
      let above = max(1, rows - foot.count)
      let text = window(max(1, above - alerts.count - footer.count), width: width)
      result = Array((text + alerts + footer).prefix(above)) + foot
    }
    return result.prefix(max(1, rows)).map { $0.cut(to: width) }
  }

  private func heading(width: Int) -> ScreenLine {
    .spread(
      ScreenLine("\(state.lesson.number) \(state.lesson.title)", .bold),
      ScreenLine("\(state.lesson.tool) watch", .faint), width: width)
  }

  // MARK: - The text in the middle

  /// As much of the text as there are rows, and how much more there is.
  private func window(_ rows: Int, width: Int) -> [ScreenLine] {
    let text = text(width: width)
    guard text.count > rows else { return text }
    guard rows > 2, case .verdict(let scroll) = state.view else {
      // A list keeps its mark in sight.
      if case .list(let cursor) = state.view {
        let start = max(0, min(cursor - rows / 2, text.count - rows))
        return Array(text[start..<start + rows])
      }
      return Array(text.prefix(rows))
    }
    // The title stays; what is below it moves.
    let body = Array(text.dropFirst())
    let shown = rows - 2
    let start = min(scroll, body.count - shown)
    let below = body.count - shown - start
    let more =
      below > 0 ? "  … \(below) more \(below == 1 ? "line" : "lines"): ↓" : "  that is all: ↑"
    return [text[0]] + body[start..<start + shown] + [ScreenLine(more, .faint)]
  }

  private func text(width: Int) -> [ScreenLine] {
    switch state.phase {
    case .missing(let files): return missing(files, width: width)
    case .stopped(let message):
      // Whoever wrote the message broke its lines.
      return [ScreenLine("the check cannot be made", .alarm)]
        + message.split(separator: "\n").flatMap { paragraph(String($0), width: width) }
    case .resting, .checking, .running: break
    }
    switch state.view {
    case .verdict: return exercise(width: width)
    case .hint(let page): return hint(page, width: width)
    case .list(let cursor): return list(cursor: cursor, width: width)
    case .confirmReset(let id): return question(id, width: width)
    }
  }

  private func missing(_ files: [String], width: Int) -> [ScreenLine] {
    let names = files.joined(separator: ", ")
    return [ScreenLine("\(names) \(files.count == 1 ? "is" : "are") not there", .alarm)]
      + paragraph(
        "It is checked as soon as it is back. x brings the starter back instead; nothing else of "
          + "yours is touched.", width: width)
  }
}
