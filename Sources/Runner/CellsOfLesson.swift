import CompilerErrors
import Lessons
import Transcripts

/// Builds and runs the cells of a lesson that are unlocked.
struct CellsOfLesson {
  var lesson: Lesson
  var sources: LessonSources
  /// Exercises that have passed.
  var passed: Set<String>
  var compiler: Compiler
  var observe: (RunEvent) -> Void
  /// The program of all cells, being built already.
  var ahead: Ahead<BuildOutcome>?

  /// Begins to build the program of all cells that are unlocked; `nil` when there are none.
  func buildAhead() -> Ahead<BuildOutcome>? {
    let cells = open.filter { !$0.options.error }
    guard !cells.isEmpty else { return nil }
    let program = program(cells, name: "cells", isOptimised: isOptimised)
    let compiler = compiler
    return Ahead { try compiler.build(program) }
  }

  /// What takes time in the cells is the student's own code.
  ///
  /// The model answers are optimised already, and without optimising them again a lesson's cells
  /// compile in a quarter of the time.
  private var isOptimised: Bool { sources.subject == .student }

  private var open: [Cell] {
    lesson.cells.filter { $0.options.eval && missing($0).isEmpty }
  }

  /// One result per cell of the lesson, in order.
  func results() throws -> [CellResult] {
    let open = open
    let main = open.filter { !$0.options.error }
    var results: [String: CellResult] = [:]
    for result in try run(main, name: "cells") { results[result.label] = result }
    for cell in open where cell.options.error {
      results[cell.label] = try promisedError(of: cell, after: main)
    }
    return lesson.cells.map { cell in
      if !cell.options.eval { return CellResult(label: cell.label, status: .notEvaluated) }
      let missing = missing(cell)
      if !missing.isEmpty {
        return CellResult(label: cell.label, status: .locked(needs: missing))
      }
      return results[cell.label] ?? CellResult(label: cell.label, status: .notReached)
    }
  }

  private func missing(_ cell: Cell) -> [String] {
    cell.options.needs.filter { !passed.contains($0) }
  }

  private func run(_ cells: [Cell], name: String) throws -> [CellResult] {
    guard !cells.isEmpty else { return [] }
    observe(.building("the cells"))
    switch try outcome(cells, name) {
    case .built(let executable):
      var run = CellRun(executable: executable, root: compiler.folder.root, observe: observe)
      if !sources.frameworks.isEmpty {
        // A framework takes thirty times as long for the same training.
        run.limits.cpu = 3600
        run.patience = 1800
      }
      return try run.results()
    case .rejected(let diagnostics): return rejected(cells, diagnostics)
    case .gaveUp(let reason):
      return [CellResult(label: cells[0].label, status: .crashed(Crash(reason: reason)))]
    }
  }

  private func outcome(_ cells: [Cell], _ name: String) throws -> BuildOutcome {
    // Begun for all cells: of use only if all of them are unlocked.
    if let ahead, cells.count == lesson.cells.count(where: { $0.options.eval && !$0.options.error })
    {
      return try ahead.value()
    }
    return try build(cells, name: name, isOptimised: isOptimised)
  }

  private func build(
    _ cells: [Cell], name: String, isOptimised: Bool
  ) throws -> BuildOutcome {
    // Two programs of one name would be written into one place.
    if let ahead { _ = try? ahead.value() }
    return try compiler.build(program(cells, name: name, isOptimised: isOptimised))
  }

  private func program(_ cells: [Cell], name: String, isOptimised: Bool) -> Program {
    Program(
      name: "\(lesson.number)-\(name)-\(sources.subject.rawValue)",
      main: lesson.tangled(cells, imports: sources.cellImports).text, sources: sources.studentFiles,
      shelf: sources.cellShelf, usesReference: sources.subject == .reference,
      isOptimised: isOptimised)
  }

  private func rejected(_ cells: [Cell], _ diagnostics: [Diagnostic]) -> [CellResult] {
    let errors = readable(diagnostics)
    var results = cells.compactMap { cell -> CellResult? in
      let own = errors.filter { contains(cell, $0) }
      return own.contains { $0.severity == .error }
        ? CellResult(label: cell.label, status: .notCompiled(own)) : nil
    }
    // An error outside of every cell still stops them all; the first one tells it.
    if results.isEmpty {
      results = [CellResult(label: cells[0].label, status: .notCompiled(errors))]
    }
    return results
  }

  private func readable(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var texts = sources.texts
    texts[lesson.file] = codeOnly
    return ReadableErrors(
      diagnostics, texts: texts,
      given: DeclaredNames.all(
        of: sources.modules.given, in: compiler.folder, toolchain: compiler.toolchain)
    ).errors
  }

  /// The lesson's cells on their own lines, and nothing else.
  private var codeOnly: String {
    var lines: [Substring] = []
    for cell in lesson.cells {
      while lines.count < cell.line - 1 { lines.append("") }
      lines += cell.code.split(separator: "\n", omittingEmptySubsequences: false)
    }
    return lines.joined(separator: "\n")
  }

  private func contains(_ cell: Cell, _ diagnostic: Diagnostic) -> Bool {
    let length = cell.code.split(separator: "\n", omittingEmptySubsequences: false).count
    return diagnostic.file == lesson.file
      && (cell.line..<cell.line + length).contains(diagnostic.line)
  }

  /// Runs a cell that must fail, alone behind the cells before it, so that its failure stops nobody.
  private func promisedError(of cell: Cell, after cells: [Cell]) throws -> CellResult {
    let before = cells.prefix { $0.line < cell.line }
    observe(.running(cell: cell.label))
    let result: CellResult
    switch try build(before + [cell], name: "error-\(cell.label)", isOptimised: false) {
    case .rejected(let diagnostics):
      let own = diagnostics.first { $0.severity == .error && contains(cell, $0) }
      result = CellResult(
        label: cell.label,
        status: own.map { .failedAsPromised(message: "\($0.file):\($0.line): \($0.message)") }
          ?? .notCompiled(diagnostics.filter { $0.severity == .error }))
    case .gaveUp(let reason):
      result = CellResult(label: cell.label, status: .crashed(Crash(reason: reason)))
    case .built(let executable):
      let quiet = CellRun(
        executable: executable, root: compiler.folder.root, patience: 60, observe: { _ in })
      let last = try quiet.results().last
      result =
        last?.label == cell.label
        ? CellResult(label: cell.label, status: promised(last?.status), events: last?.events ?? [])
        : CellResult(label: cell.label, status: .notReached)
    }
    observe(.ran(cell: result))
    return result
  }

  private func promised(_ status: CellResult.Status?) -> CellResult.Status {
    switch status {
    case .crashed(let crash): .failedAsPromised(message: crash.reason)
    case .threw(let message): .failedAsPromised(message: message)
    case .finished: .didNotFail
    case let other: other ?? .notReached
    }
  }
}
