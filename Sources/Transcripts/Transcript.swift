/// All that happened in one run of a lesson, as data: what the report draws and `--json` prints.
public struct Transcript: Codable, Sendable, Equatable {
  /// The lesson's number, as in its file name: `"03"`.
  public var lesson: String
  public var title: String
  public var subject: Subject
  /// The challenges' seed.
  ///
  /// It follows from the program, so that the same files meet the same challenges and an edited
  /// file meets new ones.
  public var seed: UInt64
  /// The compiler, in its own words: `Swift version 6.3.1`.
  public var toolchain: String
  public var exercises: [ExerciseResult]
  public var cells: [CellResult]

  public init(
    lesson: String, title: String, subject: Subject, seed: UInt64, toolchain: String,
    exercises: [ExerciseResult] = [], cells: [CellResult] = []
  ) {
    self.lesson = lesson
    self.title = title
    self.subject = subject
    self.seed = seed
    self.toolchain = toolchain
    self.exercises = exercises
    self.cells = cells
  }

  /// Whose code was run.
  public enum Subject: String, Codable, Sendable {
    case student, reference
  }
}

extension Transcript {
  public var points: Int { exercises.map(\.points).reduce(0, +) }
  public var earned: Int { exercises.map(\.earned).reduce(0, +) }

  /// True when nothing that was attempted failed; untouched starters are not failures.
  public var isClean: Bool {
    !exercises.contains { $0.verdict.isFailure } && !cells.contains { $0.status.isFailure }
  }
}

/// What one exercise came to.
public struct ExerciseResult: Codable, Sendable, Equatable {
  /// `"03.1"`: the lesson's number and the exercise's own.
  public var id: String
  public var title: String
  public var points: Int
  public var verdict: Verdict
  /// What the student's code printed while it was checked: valid UTF-8, without escapes, capped.
  public var output: String
  /// The student's curve over the reference's, where the output is a curve.
  public var figures: [Figure]
  /// Small tables that belong to the verdict, such as what the student's own check said of whom.
  public var tables: [Table]
  /// What was noticed beside the verdict.
  public var remarks: [Remark]
  /// With the student's own earlier functions, where `verdict` is the one on the reference's; `nil`
  /// where one run said both.
  public var together: Verdict?
  /// The exercises whose model answers stood in for the student's own when `verdict` was found, because
  /// these do not pass.
  public var standingIn: [String]
  /// The case in which the program stopped, where it crashed, hung or took too much.
  public var stoppedAt: String?

  public init(
    id: String, title: String, points: Int, verdict: Verdict, output: String = "",
    figures: [Figure] = [], tables: [Table] = [], remarks: [Remark] = [],
    together: Verdict? = nil, standingIn: [String] = [], stoppedAt: String? = nil
  ) {
    self.id = id
    self.title = title
    self.points = points
    self.verdict = verdict
    self.output = output
    self.figures = figures
    self.tables = tables
    self.remarks = remarks
    self.together = together
    self.standingIn = standingIn
    self.stoppedAt = stoppedAt
  }

  /// All of the points or none: an exercise is right or it is not.
  public var earned: Int { verdict.isPassed ? points : 0 }
}

/// What one cell did.
public struct CellResult: Codable, Sendable, Equatable {
  public var label: String
  public var status: Status
  /// Prints and figures in the order in which they came.
  public var events: [CellEvent]

  public init(label: String, status: Status, events: [CellEvent] = []) {
    self.label = label
    self.status = status
    self.events = events
  }

  public enum Status: Codable, Sendable, Equatable {
    case finished
    /// Exercises that must pass first.
    case locked(needs: [String])
    /// `eval: false`.
    case notEvaluated
    case threw(message: String)
    case crashed(Crash)
    case timedOut(seconds: Double)
    case memory(bytes: Int)
    case notCompiled([Diagnostic])
    /// An earlier cell stopped the program.
    case notReached
    /// A cell with `error: true` that met the error it promises.
    case failedAsPromised(message: String)
    /// A cell with `error: true` that met none.
    case didNotFail

    public var isFailure: Bool {
      switch self {
      case .finished, .locked, .notEvaluated, .notReached, .failedAsPromised: false
      case .threw, .crashed, .timedOut, .memory, .notCompiled, .didNotFail: true
      }
    }
  }
}

/// One thing a cell showed.
public enum CellEvent: Codable, Sendable, Equatable {
  case text(String)
  case figure(Figure)
  case table(Table)
}
