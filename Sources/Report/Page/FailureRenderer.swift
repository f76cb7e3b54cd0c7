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
  }

  private func table(_ divergence: Divergence) -> HTML {
    var columns = [("tensor", divergence.tensor)]
    if let step = divergence.timeStep { columns.append(("time step", String(step))) }
    if !divergence.index.isEmpty {
      columns.append(("index", divergence.index.map(String.init).joined(separator: ", ")))
    }
    columns += [("expected", divergence.expected), ("got", divergence.got)]
    if let error = divergence.worstError {
      columns.append(("worst error", numberText(error, significant: 2)))
    }
    if let tolerance = divergence.tolerance {
      columns.append(("allowed", numberText(tolerance, significant: 2)))
    }
    return tableHTML(
      Table(columns: columns.map(\.0), rows: [columns.map(\.1)]),
      caption: "Where expected and got part for the first time")
  }

  private func diagnosis(_ diagnosis: Diagnosis) -> HTML {
    tag("div", ["class": "diagnosis"]) {
      tag("p") {
        "This looks like: "
        tag("strong") { diagnosis.name }
        "."
      }
      tag("p", ["class": "question"]) { diagnosis.question }
    }
  }
}
