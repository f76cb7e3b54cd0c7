public import Lessons

/// The model answers of a course as source text.
public struct ModelAnswers: Sendable {
  private let declarations: [Declaration]
  /// What exercises ask for, which is nobody's foundation.
  private let asked: Set<Signature>

  /// - Parameters:
  ///   - sources: Swift files by path, as messages name them.
  ///   - lessons: all lessons of the course.
  public init(sources: [(path: String, text: String)], lessons: [Lesson]) {
    asked = Set(
      lessons.flatMap { lesson in
        lesson.exercises.flatMap {
          SwiftOutline($0.starter, file: lesson.file).declarations.map(\.signature)
        }
      })
    declarations = sources.flatMap { SwiftOutline($0.text, file: $0.path).declarations }
  }

  /// The model answer of one exercise.
  public struct Answer: Sendable, Equatable {
    /// The functions and types of the starter, in its order.
    public var own: [Declaration]
    /// What the answer is built on that no exercise asks for, such as a trainer.
    public var foundations: [Declaration]
  }

  /// The answer to what a starter declares.
  ///
  /// - Throws: ``LessonErrors`` when the sources do not hold a declaration of the starter's signature.
  public func answer(
    to slot: ExerciseSlot, of lesson: Lesson
  ) throws(LessonErrors) -> Answer {
    var own: [Declaration] = []
    var errors: [LessonError] = []
    for asked in SwiftOutline(slot.starter, file: lesson.file).declarations {
      if let found = declarations.first(where: { $0.signature == asked.signature }) {
        own.append(found)
      } else {
        errors.append(
          LessonError(
            file: lesson.file, line: slot.line + asked.line - 1,
            message: "exercise \(slot.id): no model answer declares \(asked.name) with these types"
          ))
      }
    }
    guard errors.isEmpty else { throw LessonErrors(errors) }
    return Answer(own: own, foundations: foundations(of: own))
  }

  /// What `own` mentions, and what that mentions, as far as the sources hold it.
  private func foundations(of own: [Declaration]) -> [Declaration] {
    var found: [Declaration] = []
    var mentions = own.reduce(into: Set<String>()) { $0.formUnion($1.mentions) }
    while true {
      let more = declarations.filter { candidate in
        mentions.contains(candidate.signature.name) && !asked.contains(candidate.signature)
          && !found.contains(candidate) && !own.contains(candidate)
      }
      guard !more.isEmpty else { break }
      found += more
      mentions = more.reduce(into: []) { $0.formUnion($1.mentions) }
    }
    return found.sorted { ($0.file, $0.line) < ($1.file, $1.line) }
  }

  /// Every body there is, for the proof that a page shows none of them.
  var bodies: [Declaration] { declarations }
}
