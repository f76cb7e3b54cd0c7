import Lessons
import Transcripts

/// An exercise's place on the page: contract, starter and, after a run, the verdict.
struct ExerciseRenderer {
  let slot: ExerciseSlot
  let result: ExerciseResult?
  /// For a slot without a result.
  let title: String
  let lesson: Lesson
  let exercises: Set<String>
  /// The program that runs the lessons.
  var tool = "lesson"

  var html: HTML {
    let anchor = exerciseAnchor(slot.id)
    let style = result?.verdict.style ?? "waiting"
    return tag(
      "section",
      ["class": "exercise \(style)", "id": anchor, "aria-labelledby": "\(anchor)-title"]
    ) {
      tag("header") {
        tag("h3", ["id": "\(anchor)-title"]) {
          tag("span", ["class": "id"]) { slot.id }
          " "
          result?.title ?? title
        }
        tag("p", ["class": "points"]) {
          badge(result?.verdict)
          if let result {
            " "
            result.verdict.isPassed
              ? counted(result.points, "point") : "0 of \(counted(result.points, "point"))"
          }
        }
      }
      tag("div", ["class": "contract"]) { slot.contractHTML }
      if !slot.needs.isEmpty {
        tag("p", ["class": "needs"]) {
          "Builds on "
          exerciseLinks(slot.needs, on: exercises)
          "."
        }
      }
      tag("details", ["class": "starter"]) {
        tag("summary") { "The starter" }
        swiftCode(slot.body)
      }
      tag("div", ["class": "verdict \(style)"]) {
        verdict
        chain
        printed
      }
      notices
      figures
    }
  }

  // MARK: - Verdict

  private var verdict: HTML {
    switch result?.verdict {
    case nil: tag("p") { "Not run yet. " } + whereToWork
    case .passed(let checks, let worstError):
      tag("p") {
        checks == 1 ? "One check held" : "All \(checks) checks held"
        worstError > 0 || worstError.isNaN
          ? "; the worst error was \(numberText(worstError, significant: 2))."
          : ", to the last digit."
      }
    case .failed(let failure): FailureRenderer(failure).html + whereToWork
    case .notStarted: tag("p") { "Not started: the starter is as it was. " } + whereToWork
    case .notCompiled(let diagnostics):
      tag("p") { "The file does not compile yet." } + diagnosticsHTML(diagnostics)
    case .crashed(let crash): crashHTML(crash, in: result?.stoppedAt) + whereToWork
    case .timedOut(let seconds): timeOutHTML(seconds, in: result?.stoppedAt) + whereToWork
    case .memory(let bytes): memoryHTML(bytes, in: result?.stoppedAt) + whereToWork
    case .skipped(let needs):
      needs.isEmpty
        ? tag("p") { "Not checked." }
        : tag("p") {
          "Not checked yet: it builds on "
          exerciseLinks(needs, on: exercises)
          ", which must pass first."
        }
    }
  }

  /// What came of it together with the student's own earlier functions.
  private var chain: HTML? {
    guard let note = result?.chainNote else { return nil }
    return tag("p", ["class": "chain"]) {
      note
    }
  }

  // MARK: - Beside the verdict

  /// Remarks and small tables: they teach and do not count.
  private var notices: HTML? {
    guard let result, !result.remarks.isEmpty || !result.tables.isEmpty else { return nil }
    return tag("div", ["class": "notices"]) {
      if !result.remarks.isEmpty {
        tag("ul", ["class": "remarks"]) {
          for remark in result.remarks {
            tag("li", ["class": "remark \(remark.kind.rawValue)"]) {
              tag("span", ["class": "mark", "aria-hidden": "true"]) { remark.kind.sign }
              " "
              tag("span", ["class": "kind"]) { remark.kind.word }
              " "
              remark.text
            }
          }
        }
      }
      for table in result.tables { tableHTML(table) }
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
      tag("code") { "swift run \(tool) run \(lesson.number)" }
      ". Stuck? "
      tag("code") { "swift run \(tool) hint \(slot.id)" }
    }
  }

  // MARK: - Output

  private var printed: HTML? {
    guard let output = result?.output, !output.isEmpty else { return nil }
    return tag("details", ["class": "printed-output"]) {
      tag("summary") { "What it printed while it was checked" }
      outputText(output)
    }
  }

  private var figures: HTML {
    (result?.figures ?? []).prefix(20).enumerated().map { index, figure in
      figureHTML(figure, id: "figure-\(exerciseAnchor(slot.id))-\(index + 1)")
    }.joined()
  }
}

extension Remark.Kind {
  /// A shape for the eye; the word follows.
  fileprivate var sign: String {
    switch self {
    case .fine: "✓"
    case .warning: "!"
    case .bug: "✗"
    }
  }

  fileprivate var word: String {
    switch self {
    case .fine: "Fine:"
    case .warning: "Look here:"
    case .bug: "A bug:"
    }
  }
}
