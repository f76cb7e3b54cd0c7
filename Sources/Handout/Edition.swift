/// For whom a site is made.
public enum Edition: Sendable, Equatable {
  /// Contracts and starters; holds no solution because it is given none.
  case student
  /// Everything about each exercise, by its id.
  case instructor([String: ExerciseNotes])

  /// "Student edition".
  var name: String {
    switch self {
    case .student: "Student edition"
    case .instructor: "Instructor edition"
    }
  }

  func notes(on exercise: String) -> ExerciseNotes? {
    switch self {
    case .student: nil
    case .instructor(let notes): notes[exercise]
    }
  }
}

/// What an instructor wants to have at hand about one exercise.
public struct ExerciseNotes: Sendable, Equatable {
  public var answer: ModelAnswers.Answer
  /// Where to look, which quantity, the formula.
  public var hints: [String]
  public var misconceptions: [Misconception]

  /// A wrong implementation that the checks know by name, what it does to the result, and the question
  /// that it leads to.
  public struct Misconception: Sendable, Equatable {
    public var name: String
    public var explanation: String
    public var question: String

    public init(name: String, explanation: String, question: String) {
      self.name = name
      self.explanation = explanation
      self.question = question
    }
  }

  public init(answer: ModelAnswers.Answer, hints: [String], misconceptions: [Misconception]) {
    self.answer = answer
    self.hints = hints
    self.misconceptions = misconceptions
  }
}
