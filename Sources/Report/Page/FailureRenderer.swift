import Transcripts

/// What should be true, where it is not, and a question that leads on.
struct FailureRenderer {
  private let failure: Failure

  init(_ failure: Failure) { self.failure = failure }

  var html: HTML {
    tag("p", ["class": "claim"]) {
      "It should be true that "
      tag("strong") { failure.claim }
      ". For "
      tag("em") { failure.challenge }
      " it is not:"
    }
      + tag("p", ["class": "finding"]) { failure.finding }
      + (failure.divergence.map(table) ?? .empty)
      + (failure.diagnosis.map(diagnosis) ?? .empty)
      + (failure.scope.map(scope) ?? .empty)
      + (failure.ladder.map { LadderRenderer($0).html } ?? .empty)
  }

  /// What the wrong cases have in common may be the mistake.
  private func scope(_ scope: Failure.Scope) -> HTML {
    tag("p", ["class": "scope"]) { scope.sentence }
  }

  /// One quantity in a row: expected and got stand digit under digit.
  private func table(_ divergence: Divergence) -> HTML {
    var rows = [("tensor", divergence.tensor)]
    if let step = divergence.timeStep { rows.append(("time step", String(step))) }
    if !divergence.index.isEmpty {
      rows.append(("index", divergence.index.map(String.init).joined(separator: ", ")))
    }
    rows += [("expected", divergence.expected), ("got", divergence.got)]
    if let error = divergence.worstError {
      rows.append(("worst error", numberText(error, significant: 2)))
    }
    if let tolerance = divergence.tolerance {
      rows.append(("allowed", numberText(tolerance, significant: 2)))
    }
    return tag("div", ["class": "scroll table"]) {
      tag("table", ["class": "divergence"]) {
        tag("caption", ["class": "hidden"]) { "Where expected and got part for the first time" }
        tag("tbody") {
          for (name, value) in rows {
            tag("tr") {
              tag("th", ["scope": "row"]) { name }
              tag("td") { value }
            }
          }
        }
      }
    }
  }

  private func diagnosis(_ diagnosis: Diagnosis) -> HTML {
    tag("div", ["class": "diagnosis"]) {
      for (index, cause) in diagnosis.causes.enumerated() {
        tag("p") {
          index == 0 ? "This looks like: " : "And at the same time: "
          tag("strong") { cause.name }
          "."
          cause.explanation.isEmpty ? "" : " " + cause.explanation
        }
        tag("p", ["class": "question"]) { cause.question }
      }
    }
  }
}
