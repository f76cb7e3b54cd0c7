/// The lesson that is watched, as far as the screen must know it.
public struct WatchedLesson: Equatable, Sendable {
  /// `"02"`.
  public var number: String
  public var title: String
  /// The student's file, below the course's folder: `Exercises/02-RNNForward.swift`.
  public var file: String
  /// The course's folder, absolute.
  public var root: String
  /// The lesson that follows; `nil` after the last.
  public var next: String?
  /// The program that runs the lessons, as `swift run` names it.
  public var tool: String
  public var exercises: [WatchedExercise]

  public init(
    number: String, title: String, file: String, root: String, next: String? = nil,
    tool: String = "lesson", exercises: [WatchedExercise]
  ) {
    self.number = number
    self.title = title
    self.file = file
    self.root = root
    self.next = next
    self.tool = tool
    self.exercises = exercises
  }

  func exercise(_ id: String) -> WatchedExercise? { exercises.first { $0.id == id } }
}

/// One exercise of it.
public struct WatchedExercise: Equatable, Sendable {
  /// `"02.3"`.
  public var id: String
  public var title: String
  public var points: Int

  public init(id: String, title: String, points: Int) {
    self.id = id
    self.title = title
    self.points = points
  }
}

/// Where an exercise stands.
public struct ExercisePlace: Equatable, Sendable {
  /// Below the course's folder.
  public var file: String
  /// 1-based; `nil` when its section is not found.
  public var line: Int?

  public init(file: String, line: Int? = nil) {
    self.file = file
    self.line = line
  }

  /// `Exercises/02-RNNForward.swift:41`.
  var name: String { file + (line.map { ":\($0)" } ?? "") }
}

/// One hint, as it is read.
public struct HintPage: Equatable, Sendable {
  public var exercise: String
  /// 1-based.
  public var number: Int
  /// How many there are, and how many of them have been read.
  public var count: Int
  public var seen: Int
  public var text: String

  public init(exercise: String, number: Int, count: Int, seen: Int, text: String) {
    self.exercise = exercise
    self.number = number
    self.count = count
    self.seen = seen
    self.text = text
  }
}
