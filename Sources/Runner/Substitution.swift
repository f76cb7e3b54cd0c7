package import Checking
package import Lessons
package import Transcripts

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The model answers with one exercise's functions replaced: what a single solution is judged in, alone.
///
/// The same compiler, child process, conversation and judge as in a run of the lesson; only that no
/// other function of the program is the student's.
package struct Substitution: Sendable {
  private var folder: CourseFolder
  private var curriculum: Curriculum
  private var exercises: [AnyExercise]
  private var modules: CourseModules
  private var toolchain: Toolchain

  package init(
    folder: CourseFolder, curriculum: Curriculum, exercises: [AnyExercise],
    modules: CourseModules, toolchain: Toolchain
  ) {
    self.folder = folder
    self.curriculum = curriculum
    self.exercises = exercises
    self.modules = modules
    self.toolchain = toolchain
  }

  /// Builds the program and judges the exercise.
  ///
  /// - Parameters:
  ///   - id: of the exercise.
  ///   - functions: what a student typed into its section; the challenges follow from this text.
  ///   - place: names the build folder; two runs at once need two.
  /// - Throws: ``MissingTool`` for an exercise that the course does not have, or whose framework this
  ///   machine does not have.
  package func result(of id: String, with functions: String, in place: String) throws
    -> ExerciseResult
  {
    guard let exercise = exercises.first(where: { $0.id == id }),
      let lesson = curriculum.lesson(ofExercise: id), let file = lesson.frontMatter.exercises
    else {
      throw MissingTool(what: "there is no exercise \(id)", remedy: "lesson list shows them all")
    }
    let frameworks = modules.frameworks.filter { $0.name == lesson.frontMatter.framework }
    for framework in frameworks {
      try FrameworkBuild(
        framework: framework, toolchain: toolchain, folder: folder, observe: { _ in }
      ).prepare()
    }
    let answers = modules.answers + frameworks.map(\.answers)
    let section = "\(folder.state)/build/\(place)/Section.swift"
    let imports = modules.importedByExercises + frameworks.map(\.name) + answers
    let header = imports.map { "import \($0)\n" }.joined()
    let own = "#sourceLocation(file: \"Exercises/\(file)\", line: 1)\n\(functions)\n"
    let others = try frameworks.map { try self.others(than: exercise, of: lesson, answeredIn: $0) }
    try folder.write(([header, own] + others).joined(separator: "\n"), to: section)
    // Properties ask for earlier functions, too: the loss of a forward pass, for its differences.
    let bound = curriculum.foundations(of: lesson).filter { $0.frontMatter.exercises != nil }
    let bindings = bound.map { "bindings\($0.number)" }.joined(separator: " + ")
    let program = Program(
      name: place, main: "import StudentRuntime\n\nanswer(\(bindings))\n",
      sources: bound.compactMap(\.frontMatter.exercises).map(folder.bindingsPath)
        + [String(section.dropFirst(folder.root.count + 1))],
      shelf: try ModuleShelf(
        modules.given + modules.engines + answers, frameworks: frameworks, toolchain: toolchain,
        state: folder.state),
      usesReference: true, isOptimised: false)
    switch try Compiler(toolchain: toolchain, folder: folder).build(program) {
    case .built(let executable):
      let conversation = Conversation(executable: executable, root: folder.root)
      defer { conversation.end() }
      let judge = Judge(graph: NeedsGraph([]), seed: Judge.seed(for: [functions]))
      let results = try judge.results(of: [exercise], in: conversation)
      return results[id] ?? Self.nothing(exercise, .skipped(needs: []))
    case .rejected(let diagnostics):
      return Self.nothing(
        exercise, .notCompiled(diagnostics.filter { $0.severity == .error }))
    case .gaveUp(let reason):
      throw MissingTool(what: reason, remedy: "look for a very long expression")
    }
  }

  /// The model answers of a framework's lesson but for one exercise, as the program's own source: what a
  /// student builds on a type of theirs, theirs has to be passed to.
  private func others(
    than exercise: AnyExercise, of lesson: Lesson, answeredIn framework: CourseFramework
  ) throws -> String {
    let titles = Dictionary(exercises.map { ($0.id, $0.title) }, uniquingKeysWith: { a, _ in a })
    let sources = "Sources/\(framework.answers)"
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder.root)/\(sources)")
    let file = ExerciseFile(lesson, titles: titles, modules: modules)
    for path in names.sorted().map({ "\(sources)/\($0)" }) {
      guard let file, let text = folder.text(of: path), file.places(in: text)[exercise.id] != nil,
        let others = file.replacing([exercise.id], in: text, at: path, by: { _ in "" })
      else { continue }
      return others.replacing("public ", with: "")
    }
    throw MissingTool(
      what: "no file in \(sources) has the line // MARK: - \(exercise.id)",
      remedy: "put one above its model answer")
  }

  private static func nothing(_ exercise: AnyExercise, _ verdict: Verdict) -> ExerciseResult {
    ExerciseResult(
      id: exercise.id, title: exercise.title, points: exercise.points, verdict: verdict)
  }
}
