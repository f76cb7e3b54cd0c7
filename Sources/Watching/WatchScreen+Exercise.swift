import Transcripts

extension WatchScreen {
  /// The current exercise: its verdict, where it stands, what is wrong.
  func exercise(width: Int) -> [ScreenLine] {
    guard let exercise = state.lesson.exercise(state.current) else {
      return [ScreenLine("this lesson has no exercises", .faint)]
    }
    let result = state.results[exercise.id]
    let isOld = state.isChecking && !state.fresh.contains(exercise.id)
    var lines = [title(exercise, result, isOld: isOld, width: width)]
    if let place = state.places[exercise.id] {
      lines.append(
        ScreenLine("  ") + ScreenLine([.init(place.name, .blue, link: link(place))]))
    }
    guard let result else { return lines }
    let body = body(exercise, result, width: width)
    // What was said of the old text stays readable, and does not pass for news.
    return lines + (isOld ? body.map { ScreenLine($0.plain, .faint) } : body)
  }

  private func title(
    _ exercise: WatchedExercise, _ result: ExerciseResult?, isOld: Bool, width: Int
  ) -> ScreenLine {
    let name = "\(exercise.id) \(exercise.title)"
    if isOld {
      return .spread(
        ScreenLine("… \(name)", .bold), ScreenLine("checking…", .yellow), width: width)
    }
    let (mark, style) = Self.mark(result?.verdict)
    let word = result?.verdict.name ?? "not checked yet"
    let points = "\(result?.earned ?? 0)/\(exercise.points)  "
    let left = ScreenLine([.init(mark + " ", style), .init(name, .bold)])
    let right = ScreenLine([.init(points), .init(word, style)])
    if left.columns + 2 + right.columns <= width { return .spread(left, right, width: width) }
    return .spread(left, ScreenLine(word, style), width: width)
  }

  static func mark(_ verdict: Verdict?) -> (String, ScreenStyle) {
    switch verdict {
    case .passed?: ("✓", .green)
    case .notStarted?, nil: ("·", .faint)
    case .skipped?: ("–", .faint)
    case .failed?, .notCompiled?, .crashed?, .timedOut?, .memory?: ("✗", .red)
    }
  }

  private func body(
    _ exercise: WatchedExercise, _ result: ExerciseResult, width: Int
  ) -> [ScreenLine] {
    var lines: [ScreenLine] = []
    if let broken = state.record.regressions.first(where: { $0.result.id == exercise.id }) {
      let words = broken.isNew ? "it passed before this save" : "it has passed before"
      lines += paragraph(words, .alarm, width: width)
    }
    switch result.verdict {
    case .passed(let checks, _):
      lines += paragraph(
        "\(checks) \(checks == 1 ? "check holds" : "checks hold"). \(onward)", width: width)
      lines += explain(result, width)
    case .notStarted:
      lines += paragraph(
        "Its starter is waiting for you: the contract stands above the function. h asks a question "
          + "that leads on.", width: width)
    case .failed, .notCompiled, .crashed, .timedOut, .memory, .skipped:
      let places = links(in: result.verdict)
      lines += explain(result, width).map { $0.linking(places) }
    }
    return lines + printed(result, width: width)
  }

  /// What comes after an exercise that passes.
  private var onward: String {
    if let next = state.nextOpen, let exercise = state.lesson.exercise(next) {
      return "n goes on to \(next) \(exercise.title)."
    }
    if !state.record.regressions.isEmpty { return "Every exercise of this lesson passes." }
    return "Every exercise of this lesson passes"
      + (state.lesson.next.map { "; n goes on to lesson \($0)." } ?? ". Well done.")
  }

  /// What the student's code printed: the first lines, for there may be thousands.
  private func printed(_ result: ExerciseResult, width: Int) -> [ScreenLine] {
    let lines = ScreenLine.lines(reading: result.output)
    guard !lines.isEmpty else { return [] }
    let limit = 200
    let shown = lines.prefix(limit).map { ScreenLine("  │ ", .faint) + ScreenLine($0.plain) }
    let more = lines.count - limit
    return [ScreenLine("  it printed", .faint)] + shown
      + (more > 0 ? [ScreenLine("  │ … \(more) more lines", .faint)] : [])
  }

  // MARK: - Links

  func link(_ place: ExercisePlace) -> FileLink {
    FileLink(path: "\(state.lesson.root)/\(place.file)", line: place.line)
  }

  /// The places that the compiler or a backtrace names, if they are in the course's own files.
  ///
  /// Student code can put any name into a message, and nobody should be led there.
  private func links(in verdict: Verdict) -> [String: FileLink] {
    let files = Set(state.places.values.map(\.file) + [state.lesson.file])
    var result: [String: FileLink] = [:]
    func add(_ file: String, _ line: Int) {
      guard files.contains(file) else { return }
      result["\(file):\(line)"] = link(ExercisePlace(file: file, line: line))
    }
    switch verdict {
    case .notCompiled(let diagnostics): for d in diagnostics { add(d.file, d.line) }
    case .crashed(let crash):
      let parts = (crash.location ?? "").split(separator: ":")
      if parts.count >= 2, let line = Int(parts[1]) { add(String(parts[0]), line) }
    case .passed, .failed, .notStarted, .timedOut, .memory, .skipped: break
    }
    return result
  }
}
