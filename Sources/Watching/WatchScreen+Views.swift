import Transcripts

extension WatchScreen {
  /// All exercises; the marked one can be chosen.
  func list(cursor: Int, width: Int) -> [ScreenLine] {
    state.lesson.exercises.enumerated().map { index, exercise in
      let result = state.results[exercise.id]
      let (mark, style) = Self.mark(result?.verdict)
      let isMarked = index == cursor
      let name = "\(exercise.id) \(exercise.title)"
      let left = ScreenLine([
        .init(isMarked ? "▸ " : "  ", .bold), .init(mark + " ", style),
        .init(name, isMarked || exercise.id == state.current ? .bold : .plain),
      ])
      let word = result?.verdict.name ?? "not checked yet"
      let right = ScreenLine([
        .init("\(result?.earned ?? 0)/\(exercise.points)  "), .init(word, style),
      ])
      return .spread(left, right, width: width)
    }
  }

  func hint(_ page: HintPage, width: Int) -> [ScreenLine] {
    let title = state.lesson.exercise(page.exercise)?.title ?? ""
    return [
      .spread(
        ScreenLine("\(page.exercise) \(title)", .bold),
        ScreenLine("hint \(page.number) of \(page.count)", .faint), width: width)
    ] + paragraph(page.text, width: min(width, 92))
  }

  func question(_ id: String, width: Int) -> [ScreenLine] {
    let file = state.places[id]?.file ?? state.lesson.file
    return [ScreenLine("Put \(id) back to its starter? [y/N]", .alarm)]
      + paragraph(
        "What stands there in \(file) is kept in .lesson/backups first.", width: width)
  }

  // MARK: - What was broken

  /// Exercises that passed and pass no more, but for the current one, which says so itself.
  func alerts(width: Int) -> [ScreenLine] {
    let broken = state.record.regressions.filter { $0.result.id != state.current }
    let limit = 3
    var lines = broken.prefix(limit).flatMap { alert($0, width: width) }
    if broken.count > limit {
      let ids = broken.dropFirst(limit).map(\.result.id).joined(separator: ", ")
      lines += paragraph("! \(ids), too", .alarm, width: width, indent: 0)
    }
    return lines
  }

  private func alert(_ regression: Regression, width: Int) -> [ScreenLine] {
    let result = regression.result
    let when = regression.isNew ? "passed before this save" : "has passed before"
    let lead = paragraph(
      "! \(result.id) \(when) and \(Self.now(result.verdict))", .alarm, width: width, indent: 0)
    let place = state.places[result.id]
    let spans: [ScreenLine.Span] = [
      .init("  "), .init(place?.name ?? "", .blue, link: place.map(link)),
      .init((place == nil ? "" : "  ") + Self.what(result.verdict)),
    ]
    return lead + [ScreenLine(spans).cut(to: width)]
  }

  private static func now(_ verdict: Verdict) -> String {
    switch verdict {
    case .failed: "fails now"
    case .crashed: "crashes now"
    case .timedOut: "gives no answer now"
    case .memory: "runs out of memory now"
    case .notStarted: "is its starter again"
    case .passed, .notCompiled, .skipped: "is \(verdict.name)"
    }
  }

  /// In a few words, what is wrong; anything a student's code said is without control characters.
  private static func what(_ verdict: Verdict) -> String {
    let text =
      switch verdict {
      case .failed(let failure): "\(failure.challenge): \(failure.finding)"
      case .crashed(let crash):
        crash.reason + (crash.location.map { ", at \($0)" } ?? "")
      case .timedOut(let seconds): "no answer after \(Int(seconds)) s"
      case .memory(let bytes): "more than \(bytes >> 20) MB"
      case .passed, .notStarted, .notCompiled, .skipped: ""
      }
    return ScreenLine.lines(reading: text).map(\.plain).joined(separator: " ")
  }
}
