import Checking
import CompilerErrors
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
    let standIns = standIns
    defer { standIns.end() }
    switch try compiler.build(program) {
    case .built(let executable):
      let conversation = Conversation(
        executable: executable, root: compiler.folder.root,
        onProgress: { [observe] in observe(.progress($0)) })
      return try judge(order, conversation, standIns)
    case .rejected(let diagnostics):
      // A section that does not compile need not stop the others.
      if let broken = broken(by: diagnostics),
        case .conversation(let conversation) = try standIns.conversation(
          replacing: Set(broken.keys), calling: [])
      {
        return try judge(order, conversation, standIns, broken: broken)
      }
      return notCompiled(order, readable(diagnostics))
    case .gaveUp(let reason): return notCompiled(order, [gaveUp(reason)])
    }
  }

  /// The program that answers the exercises' calls.
  private var program: Program { program("", sources.studentFiles, sources.shelf) }

  private func program(_ suffix: String, _ files: [String], _ shelf: ModuleShelf) -> Program {
    let bindings = sources.foundations.map { "bindings\($0.number)" }.joined(separator: " + ")
    return Program(
      name: "\(lesson.number)-checks\(suffix)-\(sources.subject.rawValue)",
      main: "import StudentRuntime\n\nanswer(\(bindings))\n",
      sources: sources.bindings + files, shelf: shelf,
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
      let first = readable(diagnostics).first
      throw MissingTool(
        what: first.map { "\($0.file):\($0.line): \($0.message)" } ?? "the files do not compile",
        remedy: "swift run \(sources.modules.tool) run \(lesson.number) shows all errors")
    case .gaveUp(let reason):
      throw MissingTool(what: reason, remedy: "look for a very long expression")
    }
  }

  /// The same program with given functions in the place of some of the student's.
  private var standIns: StandIns {
    let titles = Dictionary(exercises.map { ($0.id, $0.title) }, uniquingKeysWith: { a, _ in a })
    return StandIns(
      folder: compiler.folder, curriculum: curriculum, modules: sources.modules, titles: titles,
      texts: sources.texts, onProgress: { [observe] in observe(.progress($0)) }
    ) { number, files, given in
      let suffix = "-alone-\(number)"
      let shelf = sources.standInShelf
      let place = ".lesson/build/\(program(suffix, [], shelf).name)"
      for file in files { try compiler.folder.write(file.text, to: "\(place)/\(file.path)") }
      return try compiler.build(
        program(suffix, files.map { "\(place)/\($0.path)" } + given, shelf))
    }
  }

  private func judge(
    _ order: [AnyExercise], _ conversation: Conversation, _ standIns: StandIns,
    broken: [String: [Diagnostic]] = [:]
  ) throws -> [String: ExerciseResult] {
    defer { conversation.end() }
    let own = Set(lesson.exercises.map(\.id))
    let judge = Judge(
      graph: curriculum.graph, seed: seed, standIns: standIns, isUntouched: isUntouched
    ) { event in
      switch event {
      case .checking(let id, _) where !own.contains(id): break
      case .checked(let result) where !own.contains(result.id): break
      default: observe(event)
      }
    }
    return try judge.results(of: order, in: conversation, broken: broken)
  }

  /// The exercises whose sections hold all the errors, or whose signature the bindings miss; `nil` when
  /// an error lies elsewhere, or in a section that nobody has touched: then who knows what is open.
  private func broken(by diagnostics: [Diagnostic]) -> [String: [Diagnostic]]? {
    // Notes and warnings belong to the error before them.
    var broken: [String: [Diagnostic]] = [:]
    var current: String?
    for diagnostic in diagnostics {
      if diagnostic.severity == .error {
        guard let id = exercise(at: diagnostic), !isUntouched(id) else { return nil }
        current = id
      }
      if let current { broken[current, default: []].append(diagnostic) }
    }
    return broken.isEmpty ? nil : broken.mapValues(readable)
  }

  /// The exercise in whose section, or in whose binding, an error lies.
  private func exercise(at diagnostic: Diagnostic) -> String? {
    if sources.bindings.contains(diagnostic.file) {
      let lines = (compiler.folder.text(of: diagnostic.file) ?? "")
        .split(separator: "\n", omittingEmptySubsequences: false)
      return lines.prefix(diagnostic.line).reversed().lazy
        .compactMap { $0.firstMatch(of: /^ *Binding\("([^"]+)"\)/).map { String($0.1) } }.first
    }
    guard let text = sources.texts[diagnostic.file] else { return nil }
    return file(at: diagnostic.file)?.places(in: text)
      .first { $0.value.contains(diagnostic.line) }?.key
  }

  private func notCompiled(
    _ order: [AnyExercise], _ diagnostics: [Diagnostic]
  ) -> [String: ExerciseResult] {
    let errors = Array(diagnostics.prefix(20))
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
    guard let home = curriculum.lesson(ofExercise: id), let name = home.frontMatter.exercises,
      let file = file(at: compiler.folder.exercisePath(name)),
      let text = sources.texts[compiler.folder.exercisePath(name)]
    else { return false }
    return file.isUntouched(id, in: text)
  }

  /// The student's file at a path, as it was at the beginning.
  private func file(at path: String) -> ExerciseFile? {
    let titles = Dictionary(exercises.map { ($0.id, $0.title) }, uniquingKeysWith: { a, _ in a })
    return sources.foundations.lazy
      .compactMap { ExerciseFile($0, titles: titles, modules: self.sources.modules) }
      .first { self.compiler.folder.exercisePath($0.name) == path }
  }

  private func readable(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    ReadableErrors(
      diagnostics, texts: sources.texts, contract: Set(sources.bindings),
      given: DeclaredNames.all(
        of: sources.modules.given, in: compiler.folder, toolchain: compiler.toolchain)
    ).errors
  }

  /// The compiler names no place when it has to be stopped, or falls over; a student needs one.
  private func gaveUp(_ reason: String) -> Diagnostic {
    let place = LongestExpression.place(in: sources.texts)
    return Diagnostic(
      severity: .error, file: place?.file ?? sources.studentFiles.last ?? lesson.file,
      line: place?.line ?? 1, column: 1, message: reason, excerpt: place?.excerpt ?? "",
      help:
        "The compiler does not say where it was; this is the longest expression of your files: cut it "
        + "into steps, each with a let of its own.")
  }
}
