import Transcripts

// What went wrong, for cells and exercises alike.

func crashHTML(_ crash: Crash, in challenge: String? = nil) -> HTML {
  tag("p") {
    lead("The program stopped: ", in: challenge)
    tag("strong") { crash.reason }
    if let location = crash.location {
      " at "
      tag("code") { location }
    }
    if let function = crash.function {
      " in "
      tag("code") { function }
    }
    "."
  }
}

func timeOutHTML(_ seconds: Double, in challenge: String? = nil) -> HTML {
  tag("p") {
    lead("It was still running after ", in: challenge)
    "\(numberText(seconds)) s, and was stopped. Does every loop come to an end?"
  }
}

func memoryHTML(_ bytes: Int, in challenge: String? = nil) -> HTML {
  tag("p") {
    lead("It asked for more than the ", in: challenge)
    "\(bytes >> 20) MiB that it may have, and was stopped. Does something grow in a loop?"
  }
}

/// The first words of what happened, after the case in which it did.
private func lead(_ words: String, in challenge: String?) -> HTML {
  guard let challenge else { return .text(words) }
  return .text("For ") + tag("em") { challenge }
    + .text(": \(words.prefix(1).lowercased())\(words.dropFirst())")
}

/// The compiler's messages, errors before warnings as it gave them, each with its line of source.
func diagnosticsHTML(_ diagnostics: [Diagnostic]) -> HTML {
  let limit = 20
  return tag("ul", ["class": "diagnostics"]) {
    for diagnostic in diagnostics.prefix(limit) {
      tag("li", ["class": diagnostic.severity.rawValue]) {
        tag("p") {
          tag("code") { "\(diagnostic.file):\(diagnostic.line):\(diagnostic.column)" }
          " "
          tag("strong") { "\(diagnostic.severity.rawValue):" }
          " "
          diagnostic.message
        }
        if !diagnostic.excerpt.isEmpty { plainCode(diagnostic.excerpt) }
        if let help = diagnostic.help { tag("p", ["class": "help"]) { help } }
      }
    }
    if diagnostics.count > limit {
      tag("li") { "\(diagnostics.count - limit) more messages; these first." }
    }
  }
}
