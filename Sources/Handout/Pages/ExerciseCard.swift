import Lessons
import Report

/// An exercise on the site: contract and starter, and in the instructor edition everything else about it.
struct ExerciseCard {
  let slot: ExerciseSlot
  let heading: CourseSite.ExerciseHeading?
  let notes: ExerciseNotes?
  let lesson: Lesson
  let links: SiteLinks

  private var anchor: String { exerciseAnchor(slot.id) }

  var html: HTML {
    tag("section", ["class": "exercise", "id": anchor, "aria-labelledby": "\(anchor)-title"]) {
      tag("div", ["class": "card-head"]) {
        tag("h3", ["id": "\(anchor)-title"]) {
          tag("span", ["class": "id"]) { slot.id }
          " "
          heading?.title ?? ""
        }
        permalink(to: anchor, name: "exercise \(slot.id)")
        tag("p", ["class": "points"]) { heading.map { counted($0.points, "point") } ?? "" }
      }
      tag("div", ["class": "contract"]) { slot.contractHTML }
      if !slot.needs.isEmpty {
        tag("p", ["class": "needs"]) {
          "Builds on "
          links.exerciseLinks(slot.needs, from: SiteLinks.path(of: lesson))
          "."
        }
      }
      tag("div", ["class": "starter"]) {
        tag("h4") { "The starter" }
        swiftCode(slot.body)
        whereToWork
      }
      notes.map(instructorPart)
    }
  }

  private var whereToWork: HTML {
    tag("p", ["class": "where"]) {
      if let file = lesson.frontMatter.exercises {
        "Work in "
        tag("code") { "Exercises/\(file)" }
        ", then run "
      } else {
        "Run "
      }
      tag("code") { "swift run lesson run \(lesson.number)" }
      ". Stuck? "
      tag("code") { "swift run lesson hint \(slot.id)" }
    }
  }

  // MARK: - For instructors

  private func instructorPart(_ notes: ExerciseNotes) -> HTML {
    tag("div", ["class": "notes"]) {
      tag("h4") { "Model answer" }
      notes.answer.own.map(solution)
      if !notes.answer.foundations.isEmpty {
        tag("p") { "It is built on code that no exercise asks for:" }
        notes.answer.foundations.map(solution)
      }
      hints(notes.hints)
      misconceptions(notes.misconceptions)
    }
  }

  private func solution(_ declaration: Declaration) -> HTML {
    tag("div", ["class": "solution"]) {
      tag("p", ["class": "note"]) {
        tag("code") { "\(declaration.file):\(declaration.line)" }
      }
      swiftCode(declaration.text)
    }
  }

  private func hints(_ hints: [String]) -> HTML? {
    guard !hints.isEmpty else { return nil }
    return tag("h4") { "Hints" }
      + tag("ol", ["class": "hints"]) {
        for hint in hints { tag("li") { codeSpans(hint) } }
      }
  }

  private func misconceptions(_ misconceptions: [ExerciseNotes.Misconception]) -> HTML? {
    guard !misconceptions.isEmpty else { return nil }
    return tag("h4") { "Misconceptions that the checks name" }
      + tag("dl", ["class": "misconceptions"]) {
        for misconception in misconceptions {
          tag("div") {
            tag("dt") { codeSpans(misconception.name) }
            tag("dd") { codeSpans(misconception.explanation) }
            tag("dd", ["class": "question"]) { codeSpans(misconception.question) }
          }
        }
      }
  }

  /// A sentence of the course's Swift sources: backticks mean code, and nothing else is markup.
  private func codeSpans(_ text: String) -> HTML {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    // An odd backtick is a sign like any other.
    guard parts.count % 2 == 1 else { return .text(text) }
    return parts.enumerated().map { index, part in
      index % 2 == 1 ? tag("code") { String(part) } : .text(String(part))
    }.joined()
  }
}
