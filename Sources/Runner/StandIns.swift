public import Checking
public import Lessons
import Transcripts

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Programs in which given functions stand in for some of the student's: in the place of an exercise's
/// section comes a function of the same signature, in `Exercises/Given/`, that asks the checks for the
/// model answer.
///
/// So an exercise that builds on another can be judged while the other is wrong, unfinished or does not
/// compile. Sections on which nothing builds have no given function; where one of those has to give way,
/// its starter comes back.
public final class StandIns {
  /// What came of asking for such a program.
  public enum Outcome {
    case conversation(Conversation)
    /// Why there is none, for the student; `nil` where the course has no given functions for it.
    case unavailable(String?)
  }

  private let folder: CourseFolder
  private let curriculum: Curriculum
  private let modules: CourseModules
  private let titles: [String: String]
  /// The students' files in the program, by path.
  private let texts: [String: String]
  private let build:
    (_ number: Int, _ files: [(path: String, text: String)], _ given: [String])
      throws -> BuildOutcome
  private let onProgress: (Progress) -> Void
  private var known: [Set<String>: Outcome] = [:]
  private lazy var answers = answering()

  /// - Parameter build: compiles the files, and beside them the given functions at their paths.
  init(
    folder: CourseFolder, curriculum: Curriculum, modules: CourseModules,
    titles: [String: String], texts: [String: String],
    onProgress: @escaping (Progress) -> Void,
    build:
      @escaping (
        _ number: Int, _ files: [(path: String, text: String)], _ given: [String]
      ) throws -> BuildOutcome
  ) {
    self.folder = folder
    self.curriculum = curriculum
    self.modules = modules
    self.titles = titles
    self.texts = texts
    self.onProgress = onProgress
    self.build = build
  }

  deinit { end() }

  /// Ends every program that was started.
  public func end() {
    for case .conversation(let conversation) in known.values { conversation.end() }
    known = [:]
    answers?.end()
    answers = nil
  }

  /// Gives an exercise's model answer, whatever the input is made of.
  func modelAnswer(_ exercise: String, _ input: Data) -> CallOutcome {
    answers?.ask(exercise, input) ?? .noReply("there is no process that gives model answers")
  }

  /// A program without the student's sections of these exercises.
  ///
  /// - Parameters:
  ///   - ids: the exercises whose sections give way.
  ///   - needed: those among them that will be called, and whose starters would not do.
  /// - Throws: when the compiler cannot be started or files cannot be written.
  public func conversation(
    replacing ids: Set<String>, calling needed: some Sequence<String>
  ) throws -> Outcome {
    guard answers != nil, needed.allSatisfy(isGiven) else { return .unavailable(nil) }
    if let outcome = known[ids] { return outcome }
    let outcome = try made(replacing: ids)
    known[ids] = outcome
    return outcome
  }

  private func answering() -> Conversation? {
    guard let program = modules.modelAnswers.first else { return nil }
    return Conversation(
      program, arguments: Array(modules.modelAnswers.dropFirst()),
      environment: ChildEnvironment.answering, root: folder.root, patience: 10)
  }

  private func made(replacing ids: Set<String>) throws -> Outcome {
    let given = ids.sorted().filter(isGiven)
    var files: [(path: String, text: String)] = []
    for (path, text) in texts.sorted(by: { $0.key < $1.key }) {
      guard let file = file(at: path) else { return .unavailable(nil) }
      let changed = file.replacing(ids, in: text, at: path) { section in
        given.contains(section.id) ? "" : section.starter + "\n"
      }
      guard let changed else {
        return .unavailable("the line that begins with // MARK: - and its number is missing")
      }
      files.append((path, changed))
    }
    switch try build(known.count + 1, files, given.map(Self.path)) {
    case .built(let executable):
      return .conversation(
        Conversation(executable: executable, root: folder.root, onProgress: onProgress))
    case .rejected(let diagnostics):
      let first = diagnostics.first { $0.severity == .error }
      return .unavailable(
        first.map { "without these sections of yours, \($0.file):\($0.line): \($0.message)" })
    case .gaveUp(let reason): return .unavailable(reason)
    }
  }

  /// Whether there is a given function for an exercise.
  func isGiven(_ id: String) -> Bool { folder.text(of: Self.path(id)) != nil }

  private func file(at path: String) -> ExerciseFile? {
    curriculum.lessons.lazy
      .compactMap { ExerciseFile($0, titles: self.titles, modules: self.modules) }
      .first { self.folder.exercisePath($0.name) == path }
  }

  /// `Exercises/Given/03.1.swift`.
  static func path(_ id: String) -> String { "Exercises/Given/\(id).swift" }
}

extension StandIns {
  /// Given functions for the files of all lessons that need no framework, as `swift test` judges them.
  ///
  /// - Throws: ``MissingTool`` when the modules are not built.
  public convenience init(
    allOf curriculum: Curriculum, in folder: CourseFolder, exercises: [AnyExercise],
    modules: CourseModules, toolchain: Toolchain
  ) throws {
    let lessons = curriculum.lessons.filter {
      $0.frontMatter.exercises != nil && $0.frontMatter.framework == nil
    }
    let names = lessons.compactMap(\.frontMatter.exercises)
    let bindings = lessons.map { "bindings\($0.number)" }.joined(separator: " + ")
    let shelf = try ModuleShelf(modules.given, toolchain: toolchain, state: folder.state)
    let compiler = Compiler(toolchain: toolchain, folder: folder)
    var texts: [String: String] = [:]
    for name in names {
      texts[folder.exercisePath(name)] = folder.text(of: folder.exercisePath(name))
    }
    self.init(
      folder: folder, curriculum: curriculum, modules: modules,
      titles: Dictionary(exercises.map { ($0.id, $0.title) }, uniquingKeysWith: { a, _ in a }),
      texts: texts, onProgress: { _ in }
    ) { number, files, given in
      let name = "tests-alone-\(number)"
      let place = ".lesson/build/\(name)"
      for file in files { try folder.write(file.text, to: "\(place)/\(file.path)") }
      return try compiler.build(
        Program(
          name: name, main: "import StudentRuntime\n\nanswer(\(bindings))\n",
          sources: names.map(folder.bindingsPath) + files.map { "\(place)/\($0.path)" } + given,
          shelf: shelf, usesReference: false, isOptimised: false))
    }
  }
}
