import CommonMark

/// Turns blocks into elements: a top-level Swift fence is an exercise slot or a cell, anything
/// else is prose.
struct ElementReader {
  let source: LessonSource
  let knownExercises: [String]
  var errors: [LessonError]
  private var cellLines: [String: Int] = [:]
  private var slotLines: [String: Int] = [:]
  private var cellCount = 0

  init(source: LessonSource, knownExercises: [String], errors: [LessonError]) {
    self.source = source
    self.knownExercises = knownExercises
    self.errors = errors
  }

  mutating func element(for block: Block) -> Lesson.Element {
    guard case .code(let info, let text) = block.kind else { return .prose(block) }
    checkFence(block)
    guard info.trimmed == "swift" else {
      // ```swift {.numberLines} is a habit from elsewhere; say so before it silently never runs.
      if info.hasPrefix("swift"), !info.dropFirst(5).allSatisfy(\.isLetter) {
        fail(
          block.lines.lowerBound,
          "a cell's fence is ```swift alone; options stand below it as //| key: value")
      }
      return .prose(block)
    }
    let options = FenceOptions(
      fence: text, firstLine: block.lines.lowerBound + 1, file: source.file, errors: &errors)
    return options.contains("exercise") ? slot(options, block) : cell(options, block)
  }

  private mutating func fail(_ line: Int, _ message: String) {
    errors.append(LessonError(file: source.file, line: line, message: message))
  }

  /// libcmark closes an open fence at the end of the file without a word; the rest of the lesson
  /// would silently be code.
  private mutating func checkFence(_ block: Block) {
    let opening = source.lines[safe: block.lines.lowerBound - 1]?.trimmed ?? ""
    guard let mark = opening.first, mark == "`" || mark == "~" else { return }
    let length = opening.prefix { $0 == mark }.count
    guard length >= 3 else { return }
    let closing = source.lines[safe: block.lines.upperBound - 1]?.trimmed ?? ""
    let isClosed =
      block.lines.count > 1 && closing.count >= length && closing.allSatisfy { $0 == mark }
    if !isClosed {
      let fence = String(repeating: mark, count: length)
      fail(
        block.lines.lowerBound,
        "the fence \(opening.prefix(40)) is never closed; put \(fence) on a line of its own below it"
      )
    }
  }

  // MARK: - Cells

  private static let cellKeys = [
    "label", "needs", "echo", "eval", "include", "output", "error", "fig-cap", "fig-alt",
  ]

  private mutating func cell(_ fence: FenceOptions, _ block: Block) -> Lesson.Element {
    cellCount += 1
    var label = "cell-\(cellCount)"
    var labelLine = block.lines.lowerBound
    var options = CellOptions()
    for entry in fence.entries {
      switch entry.key {
      case "label":
        label = entry.text(source.file, &errors) ?? label
        labelLine = entry.line
        if !label.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }) {
          fail(entry.line, "the label '\(label)' may have letters, digits, - and _ only")
        }
      case "needs":
        options.needs = entry.list(source.file, &errors) ?? []
        checkNeeds(options.needs, line: entry.line)
      case "echo": options.echo = entry.flag(source.file, &errors) ?? true
      case "eval": options.eval = entry.flag(source.file, &errors) ?? true
      case "include": options.include = entry.flag(source.file, &errors) ?? true
      case "output": options.output = entry.flag(source.file, &errors) ?? true
      case "error": options.error = entry.flag(source.file, &errors) ?? false
      case "fig-cap": options.figureCaptions = entry.texts(source.file, &errors) ?? []
      case "fig-alt": options.figureAlternative = entry.text(source.file, &errors)
      default: fail(entry.line, unknown("option", entry.key, Self.cellKeys + ["exercise"]))
      }
    }
    if let first = cellLines[label] {
      fail(labelLine, "label '\(label)' appears twice; first at line \(first)")
    }
    cellLines[label] = labelLine
    return .cell(Cell(label: label, options: options, code: fence.code, line: fence.codeLine))
  }

  // MARK: - Exercise slots

  private static let slotKeys = ["exercise", "needs"]

  private mutating func slot(_ fence: FenceOptions, _ block: Block) -> Lesson.Element {
    var id = ""
    var needs: [String] = []
    for entry in fence.entries {
      switch entry.key {
      case "exercise":
        id = entry.text(source.file, &errors) ?? ""
        if !id.isEmpty, !knownExercises.contains(id) {
          fail(entry.line, unknown("exercise", id, knownExercises))
        }
        if let first = slotLines[id] {
          fail(entry.line, "exercise \(id) has two slots; the first at line \(first)")
        }
        slotLines[id] = entry.line
      case "needs":
        needs = entry.list(source.file, &errors) ?? []
        checkNeeds(needs, line: entry.line)
      default: fail(entry.line, unknown("option of an exercise", entry.key, Self.slotKeys))
      }
    }
    if knownExercises.contains(id), !fence.code.contains("NotImplemented(\"\(id)\")") {
      fail(
        fence.codeLine,
        "the starter of \(id) does not throw NotImplemented(\"\(id)\"); without it, it never counts "
          + "as not started")
    }
    return .exercise(ExerciseSlot(id: id, needs: needs, starter: fence.code, line: fence.codeLine))
  }

  private mutating func checkNeeds(_ needs: [String], line: Int) {
    for id in needs where !knownExercises.contains(id) {
      fail(line, "needs: " + unknown("exercise", id, knownExercises))
    }
  }
}

extension Array {
  /// The element, or `nil` beyond the ends.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
