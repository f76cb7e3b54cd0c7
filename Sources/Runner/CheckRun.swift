import Checking
import Lessons
import Transcripts

/// Builds the student's files with the bindings and judges the exercises, prerequisites first.
struct CheckRun {
  var lesson: Lesson
  var sources: LessonSources
  var seed: UInt64
  var curriculum: Curriculum
  var exercises: [AnyExercise]
  var compiler: Compiler
  var observe: (RunEvent) -> Void

  /// A verdict for every exercise of the lesson and every one it builds on.
  func results() throws -> [String: ExerciseResult] {
    guard !lesson.exercises.isEmpty || !cellNeeds.isEmpty else { return [:] }
    let ids = curriculum.graph.closure(of: lesson.exercises.map(\.id) + cellNeeds)
    let known = Dictionary(exercises.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    let order = ids.compactMap { known[$0] }
    observe(.building("the exercises"))
    switch try compiler.build(program) {
    case .built(let executable): return judge(order, executable)
    case .rejected(let diagnostics): return notCompiled(order, diagnostics)
    case .gaveUp(let reason):
      let diagnostic = Diagnostic(
        severity: .error, file: sources.studentFiles.last ?? lesson.file, line: 1, column: 1,
        message: reason)
      return notCompiled(order, [diagnostic])
    }
  }

  /// The program that answers the exercises' calls.
  private var program: Program {
    let bindings = sources.foundations.map { "bindings\($0.number)" }.joined(separator: " + ")
    return Program(
      name: "\(lesson.number)-checks-\(sources.subject.rawValue)",
      main: "import StudentRuntime\n\nanswer(\(bindings))\n",
      sources: sources.bindings + sources.studentFiles, shelf: sources.shelf,
      usesReference: sources.subject == .reference, isOptimised: false)
  }

  private var cellNeeds: [String] { lesson.cells.flatMap(\.options.needs) }

  /// Builds the program and begins a conversation with it.
  ///
  /// - Throws: ``MissingTool`` when it does not compile; its message lists the errors.
  func conversation(patience: Int) throws -> Conversation {
    switch try compiler.build(program) {
    case .built(let executable):
      return Conversation(
        executable: executable, root: compiler.folder.root, patience: patience)
    case .rejected(let diagnostics):
      let first = diagnostics.first { $0.severity == .error }.map(explained)
      throw MissingTool(
        what: first.map { "\($0.file):\($0.line): \($0.message)" } ?? "the files do not compile",
        remedy: "swift run \(sources.modules.tool) run \(lesson.number) shows all errors")
    case .gaveUp(let reason):
      throw MissingTool(what: reason, remedy: "look for a very long expression")
    }
  }

  private func judge(_ order: [AnyExercise], _ executable: String) -> [String: ExerciseResult] {
    let conversation = Conversation(
      executable: executable, root: compiler.folder.root,
      onProgress: { [observe] in observe(.progress($0)) })
    defer { conversation.end() }
    let own = Set(lesson.exercises.map(\.id))
    let judge = Judge(graph: curriculum.graph, seed: seed) { event in
      switch event {
      case .checking(let id, _) where !own.contains(id): break
      case .checked(let result) where !own.contains(result.id): break
      default: observe(event)
      }
    }
    return judge.results(of: order, in: conversation)
  }

  private func notCompiled(
    _ order: [AnyExercise], _ diagnostics: [Diagnostic]
  ) -> [String: ExerciseResult] {
    let errors = Array(diagnostics.filter { $0.severity != .warning }.prefix(20)).map(explained)
    let untouched = Set(order.map(\.id).filter(isUntouched))
    // Where every section is a starter, the error stands outside of them and would be told nowhere.
    let own = Set(lesson.exercises.map(\.id))
    let spared = own.isSubset(of: untouched) ? [] : untouched
    var results: [String: ExerciseResult] = [:]
    for exercise in order {
      let result = ExerciseResult(
        id: exercise.id, title: exercise.title, points: exercise.points,
        verdict: spared.contains(exercise.id) ? .notStarted : .notCompiled(errors))
      results[exercise.id] = result
      if own.contains(exercise.id) { observe(.checked(result)) }
    }
    return results
  }

  private func isUntouched(_ id: String) -> Bool {
    let titles = Dictionary(exercises.map { ($0.id, $0.title) }, uniquingKeysWith: { a, _ in a })
    guard let home = curriculum.lesson(ofExercise: id),
      let file = ExerciseFile(home, titles: titles, modules: sources.modules),
      let text = sources.texts[compiler.folder.exercisePath(file.name)]
    else { return false }
    return file.isUntouched(id, in: text)
  }

  /// An error in the bindings is an error of the contract, and the student should hear it so.
  private func explained(_ diagnostic: Diagnostic) -> Diagnostic {
    guard diagnostic.file.hasPrefix("Exercises/Bindings/"), diagnostic.severity == .error else {
      return diagnostic
    }
    var diagnostic = diagnostic
    diagnostic.message +=
      " – the checks call your function here, as its contract says; has its name or signature "
      + "changed? The lesson shows it, and reset brings it back"
    return diagnostic
  }
}
