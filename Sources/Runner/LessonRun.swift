public import Checking
public import Lessons
public import Transcripts

/// One run of one lesson: build, check, run the cells.
public struct LessonRun {
  public var folder: CourseFolder
  public var curriculum: Curriculum
  public var exercises: [AnyExercise]
  public var modules: CourseModules
  public var toolchain: Toolchain
  public var observe: (RunEvent) -> Void
  /// Whether a student's file that is not there comes back as it was at the beginning; otherwise it is
  /// an error, ``MissingFile``.
  public var restoresMissing = true

  public init(
    folder: CourseFolder, curriculum: Curriculum, exercises: [AnyExercise],
    modules: CourseModules, toolchain: Toolchain,
    observe: @escaping (RunEvent) -> Void = { _ in }
  ) {
    self.folder = folder
    self.curriculum = curriculum
    self.exercises = exercises
    self.modules = modules
    self.toolchain = toolchain
    self.observe = observe
  }

  /// Runs the lesson on the student's files or on the model answers.
  ///
  /// - Throws: only when we cannot do our job (``MissingTool``, ``SpawnError``, a full disk); whatever
  ///   the student's code does is in the transcript.
  public func transcript(
    of lesson: Lesson, subject: Transcript.Subject
  ) throws -> Transcript {
    try transcript(of: lesson, subject: subject, onVerdicts: { _ in })
  }

  /// Runs the lesson, and tells all its verdicts before its cells are run.
  ///
  /// - Parameter onVerdicts: told once, unless it throws: the lesson's exercises, and those that they
  ///   build on where they were judged anew.
  public func transcript(
    of lesson: Lesson, subject: Transcript.Subject,
    onVerdicts: ([String: ExerciseResult]) throws -> Void
  ) throws -> Transcript {
    let sources = try sources(lesson, subject)
    let store = ResultStore(folder)
    if var known = store.transcript(lesson.number, subject, key: sources.key) {
      observe(.reused)
      known.title = lesson.title
      try onVerdicts(Dictionary(known.exercises.map { ($0.id, $0) }, uniquingKeysWith: { $1 }))
      return known
    }
    var transcript = Transcript(
      lesson: lesson.number, title: lesson.title, subject: subject, seed: sources.seed,
      toolchain: toolchain.version)
    // The model answers pass, so that all cells will run: they are compiled while the exercises are
    // judged. On the student's files the cells' turn comes after the verdicts, which nothing may delay.
    var ahead: Ahead<BuildOutcome>?
    if subject == .reference {
      let all = CellsOfLesson(
        lesson: lesson, sources: sources, passed: Set(exercises.map(\.id)), compiler: compiler,
        observe: { _ in })
      ahead = all.buildAhead()
    }
    let verdicts = try checkRun(lesson, sources).results()
    // Of a program that was killed under its questions nothing is known.
    try Cancellation.check()
    try onVerdicts(verdicts)
    transcript.exercises = lesson.exercises.compactMap { verdicts[$0.id] }
    // A cell runs the student's whole chain: what is right alone is not enough.
    let passed = Set(
      verdicts.keys.filter { id in
        curriculum.graph.closure(of: [id]).allSatisfy { verdicts[$0]?.verdict.isPassed == true }
      })
    transcript.cells = try CellsOfLesson(
      lesson: lesson, sources: sources, passed: passed, compiler: compiler, observe: observe,
      ahead: ahead
    ).results()
    try Cancellation.check()
    if transcript.isReusable { store.keep(transcript, key: sources.key) }
    return transcript
  }

  /// The same lesson's cells on the model answers, for the curves beneath the student's; `nil` when no
  /// unlocked cell draws a curve of the student's own making.
  public func overlay(for transcript: Transcript, of lesson: Lesson) throws -> Transcript? {
    let own = Set(lesson.cells.filter { !$0.options.needs.isEmpty }.map(\.label))
    let drawsCurves = transcript.cells.contains { cell in
      own.contains(cell.label)
        && cell.events.contains {
          switch $0 {
          case .figure(.lines), .figure(.multiples): true
          default: false
          }
        }
    }
    // What a framework trains for minutes is compared within the lesson; another run of it would double
    // the wait for curves that coincide.
    guard lesson.frontMatter.framework == nil else { return nil }
    guard transcript.subject == .student, drawsCurves else { return nil }
    observe(.runningReference)
    return try self.transcript(of: lesson, subject: .reference)
  }

  /// A conversation with the student's files up to and including a lesson's.
  ///
  /// - Parameter patience: seconds of wall time for one answer.
  public func conversation(on lesson: Lesson, patience: Int) throws -> Conversation {
    try checkRun(lesson, try sources(lesson, .student)).conversation(patience: patience)
  }

  /// The verdicts alone, the cells left out: of the lesson's exercises and of those that they build on.
  ///
  /// Where nothing has changed since the lesson last ran, its verdicts are those of that run.
  public func verdicts(of lesson: Lesson) throws -> [String: ExerciseResult] {
    let sources = try sources(lesson, .student)
    if let known = ResultStore(folder).transcript(lesson.number, .student, key: sources.key) {
      return Dictionary(known.exercises.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    }
    let results = try checkRun(lesson, sources).results()
    try Cancellation.check()
    return results
  }

  private func sources(_ lesson: Lesson, _ subject: Transcript.Subject) throws -> LessonSources {
    try LessonSources(
      lesson, subject: subject, folder: folder, curriculum: curriculum, exercises: exercises,
      modules: modules, toolchain: toolchain, restoresMissing: restoresMissing, observe: observe)
  }

  private func checkRun(_ lesson: Lesson, _ sources: LessonSources) -> CheckRun {
    CheckRun(
      lesson: lesson, sources: sources, seed: sources.seed, curriculum: curriculum,
      exercises: exercises, compiler: compiler, observe: observe)
  }

  private var compiler: Compiler { Compiler(toolchain: toolchain, folder: folder) }
}
