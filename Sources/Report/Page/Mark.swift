import Transcripts

/// The sign beside a verdict's word: a shape for the eye, silence for a screen reader, which has the
/// word.
struct Mark {
  var style: String

  private var sign: String {
    switch style {
    case "passed": "✓"
    case "failed": "✗"
    case "promised": "✓"
    default: "○"
    }
  }

  var html: HTML { tag("span", ["class": "mark", "aria-hidden": "true"]) { sign } }
}

extension Verdict {
  /// The stylesheet's class: good, bad, or still to come.
  var style: String {
    if isPassed { return "passed" }
    return isFailure ? "failed" : "waiting"
  }
}

/// A verdict in a line: "✓ passed".
func badge(_ verdict: Verdict?) -> HTML {
  let style = verdict?.style ?? "waiting"
  return tag("span", ["class": "badge \(style)"]) {
    Mark(style: style).html
    " "
    verdict?.name ?? "not run yet"
  }
}
