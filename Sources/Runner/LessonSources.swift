import Checking
import Lessons
import Transcripts

/// A student's file that is not there, where it is not ours to put one in its place: an editor may be
/// about to.
public struct MissingFile: Error, Equatable, CustomStringConvertible {
  /// Below the course's folder.
  public var path: String

  public var description: String { "\(path) is not there" }
}

/// The files that one lesson's programs are made of, and their name as a whole.
struct LessonSources {
  var subject: Transcript.Subject
  /// The lessons built on, this one last.
  var foundations: [Lesson]
  /// Students' files by path below the root; none when the model answers run.
  var studentFiles: [String]
  var bindings: [String]
  /// The contents of the students' files, by path.
  var texts: [String: String]
  /// The frameworks that this lesson or one it builds on asks for.
  var frameworks: [CourseFramework]
  /// For the program that checks, and for the cells.
  var shelf: ModuleShelf
  var cellShelf: ModuleShelf
  /// For programs in which given functions stand in: what is made of a framework's types does not cross
  /// the pipe, so that those of its lessons call the model answers directly.
  var standInShelf: ModuleShelf
  /// Imported before the first cell.
  var cellImports: [String]
  /// The course's.
  var modules: CourseModules
  /// Equal for two runs that must come out the same.
  var key: String
  /// Follows from the student's files: they meet the same challenges until they change.
  var seed: UInt64

  init(
    _ lesson: Lesson, subject: Transcript.Subject, folder: CourseFolder, curriculum: Curriculum,
    exercises: [AnyExercise], modules: CourseModules, toolchain: Toolchain,
    restoresMissing: Bool = true, observe: @escaping (RunEvent) -> Void
  ) throws {
    self.subject = subject
    foundations = curriculum.foundations(of: lesson).filter { $0.frontMatter.exercises != nil }
    let titles = Dictionary(exercises.map { ($0.id, $0.title) }, uniquingKeysWith: { a, _ in a })
    let names = foundations.compactMap(\.frontMatter.exercises)
    bindings = names.map(folder.bindingsPath)
    studentFiles = subject == .student ? names.map(folder.exercisePath) : []
    frameworks = try Self.frameworks(of: foundations + [lesson], modules)
    for framework in frameworks {
      try FrameworkBuild(
        framework: framework, toolchain: toolchain, folder: folder, observe: observe
      ).prepare()
    }
    let answers =
      subject == .reference ? modules.answers + frameworks.map(\.answers) : []
    shelf = try ModuleShelf(
      modules.given + (subject == .reference ? modules.engines : []) + answers,
      frameworks: frameworks, toolchain: toolchain, state: folder.state)
    cellShelf = try ModuleShelf(
      modules.given + modules.forCellsOnly + modules.engines + answers, frameworks: frameworks,
      toolchain: toolchain,
      state: folder.state)
    standInShelf =
      frameworks.isEmpty
      ? shelf
      : try ModuleShelf(
        modules.given + frameworks.map(\.answers), frameworks: frameworks, toolchain: toolchain,
        state: folder.state)
    self.modules = modules
    cellImports = modules.importedByCells + frameworks.map(\.name) + answers

    var texts: [String: String] = [:]
    for (foundation, path) in zip(foundations, studentFiles) {
      if let text = folder.text(of: path) {
        texts[path] = text
      } else if !restoresMissing {
        throw MissingFile(path: path)
      } else if let file = ExerciseFile(
        foundation, titles: titles, modules: modules)
      {
        // A file that was deleted comes back as it was at the beginning.
        try folder.write(file.text, to: path)
        texts[path] = file.text
        observe(.restored(file: path))
      }
    }
    self.texts = texts

    seed = Judge.seed(for: studentFiles.map { texts[$0] ?? "" })
    var whole = Fingerprint()
    for path in studentFiles { whole.add(texts[path] ?? "") }
    whole.add(toolchain.version)
    whole.add(cellShelf.version)
    // This program's exercises are part of it.
    whole.add(FileAge.of(Executable.own ?? ""))
    for path in bindings { whole.add(folder.text(of: path) ?? "") }
    for id in foundations.flatMap({ $0.exercises.map(\.id) }) {
      whole.add(folder.text(of: StandIns.path(id)) ?? "")
    }
    for cell in lesson.cells {
      whole.add(cell.label)
      whole.add(cell.code)
      whole.add("\(cell.options.needs) \(cell.options.eval) \(cell.options.error)")
    }
    for slot in lesson.exercises { whole.add("\(slot.id) \(slot.needs)") }
    key = whole.name
  }

  private static func frameworks(
    of lessons: [Lesson], _ modules: CourseModules
  ) throws -> [CourseFramework] {
    var result: [CourseFramework] = []
    for lesson in lessons {
      guard let name = lesson.frontMatter.framework else { continue }
      guard let framework = modules.frameworks.first(where: { $0.name == name }) else {
        let known = modules.frameworks.map(\.name)
        let remedy =
          nearestName(to: name, in: known).map { "did you mean \($0)?" }
          ?? "known are \(known.joined(separator: ", "))"
        throw LessonErrors([
          LessonError(
            file: lesson.file, line: 1, message: "unknown framework '\(name)'; \(remedy)")
        ])
      }
      if !result.contains(where: { $0.name == name }) { result.append(framework) }
    }
    return result
  }
}
