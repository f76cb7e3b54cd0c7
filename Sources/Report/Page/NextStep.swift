import Lessons
import Transcripts

/// What the reader should turn to after this page.
enum NextStep: Equatable {
  /// An exercise of this lesson.
  case exercise(String)
  /// An exercise of another lesson, on which `exercise` of this one builds.
  case elsewhere(String, exercise: String)
  case done

  /// What was attempted and is wrong comes first; then the first exercise that can be worked on.
  ///
  /// - Parameter passedElsewhere: exercises of other lessons that pass; `nil` when nobody knows, and
  ///   they are taken to.
  init(_ lesson: Lesson, _ transcript: Transcript, passedElsewhere: Set<String>?) {
    let own = Set(lesson.exercises.map(\.id))
    func passes(_ id: String) -> Bool {
      if let result = transcript.exercise(id) { return result.verdict.isPassed }
      return own.contains(id) ? false : passedElsewhere?.contains(id) ?? true
    }
    let open = lesson.exercises.filter { !passes($0.id) }
    let attempted = open.first { transcript.exercise($0.id)?.verdict.isFailure == true }
    if let slot = attempted ?? open.first(where: { $0.needs.allSatisfy(passes) }) {
      self = .exercise(slot.id)
    } else if let slot = open.first, let need = slot.needs.first(where: { !passes($0) }) {
      self = own.contains(need) ? .exercise(need) : .elsewhere(need, exercise: slot.id)
    } else {
      self = .done
    }
  }
}
