import Lessons
import Transcripts

/// The head of the page: what the lesson is, how far the reader has come, and what comes next.
struct Summary {
  let lesson: Lesson
  let transcript: Transcript
  let titles: [String: String]
  let passedElsewhere: Set<String>?
  /// The program that runs the lessons.
  let tool: String

  private var isStudent: Bool { transcript.subject == .student }

  var html: HTML {
    tag("header", ["class": "head"]) {
      tag("p", ["class": "kicker"]) {
        "Lesson \(lesson.number)"
        tag("span", ["class": "subject"]) {
          isStudent ? "run with your code" : "run with the model answers"
        }
      }
      tag("h1") { lesson.title }
      if !lesson.frontMatter.goal.isEmpty {
        tag("p", ["class": "goal"]) { lesson.frontMatter.goal }
      }
      if !lesson.exercises.isEmpty { standing }
    }
  }

  private var standing: HTML {
    tag("section", ["class": "standing", "aria-labelledby": "standing"]) {
      tag("h2", ["id": "standing"]) { isStudent ? "Where you stand" : "The exercises" }
      if transcript.points > 0 {
        tag("p", ["class": "score"]) {
          tag("strong") { String(transcript.earned) }
          " of \(counted(transcript.points, "point"))"
        }
      }
      tag("ol") {
        for slot in lesson.exercises { row(slot) }
      }
      next
    }
  }

  private func row(_ slot: ExerciseSlot) -> HTML {
    let result = transcript.exercise(slot.id)
    return tag("li") {
      tag("a", ["href": "#\(exerciseAnchor(slot.id))"]) {
        tag("span", ["class": "id"]) { slot.id }
        " "
        tag("span", ["class": "title"]) { result?.title ?? titles[slot.id] ?? "" }
      }
      " "
      badge(result?.verdict)
      " "
      if let result {
        tag("span", ["class": "points"]) { "\(result.earned)/\(result.points)" }
      }
    }
  }

  private var next: HTML? {
    guard isStudent else { return nil }
    let step = NextStep(lesson, transcript, passedElsewhere: passedElsewhere)
    return tag("p", ["class": "next"]) {
      switch step {
      case .exercise(let id):
        tag("strong") { "Next:" }
        " "
        tag("a", ["href": "#\(exerciseAnchor(id))"]) {
          [id, transcript.exercise(id)?.title ?? titles[id] ?? ""].joined(separator: " ")
        }
        if let file = lesson.frontMatter.exercises {
          " in "
          tag("code") { "Exercises/\(file)" }
        }
      case .elsewhere(let need, let exercise):
        tag("strong") { "Next:" }
        " \(need) of lesson \(need.prefix(2)), which \(exercise) builds on: "
        tag("code") { "swift run \(tool) run \(need.prefix(2))" }
      case .done:
        tag("strong") { "All exercises pass." }
        " "
        tag("code") { "swift run \(tool)" }
        " shows the next lesson."
      }
    }
  }
}

extension Transcript {
  func exercise(_ id: String) -> ExerciseResult? { exercises.first { $0.id == id } }

  func cell(_ label: String) -> CellResult? { cells.first { $0.label == label } }
}
