import Transcripts

/// How far a gradient is from the right one: what it builds on, then matrix by matrix.
struct LadderRenderer {
  private let ladder: GradientLadder

  init(_ ladder: GradientLadder) { self.ladder = ladder }

  var html: HTML {
    tag("div", ["class": "ladder"]) {
      tag("ol", ["class": "rungs"]) {
        for rung in ladder.rungs {
          tag("li") {
            tag("span", ["class": "mark", "aria-hidden": "true"]) { mark(rung.holds) }
            " "
            tag("strong") { rung.name }
            ": \(rung.finding)"
          }
        }
      }
      tableHTML(table)
    }
  }

  private func mark(_ holds: Bool?) -> String {
    switch holds {
    case true?: "✓"
    case false?: "✗"
    case nil: "·"
    }
  }

  private func steps(_ count: Int) -> String {
    count == 1 ? "1\u{A0}step" : "\(count)\u{A0}steps"
  }

  private var table: Table {
    let factors = ladder.matrices.contains { $0.factor != nil }
    let lengths = ladder.matrices.contains { $0.wrongFrom != nil }
    let allowed = numberText(ladder.tolerance, significant: 2)
    return Table(
      "Your gradient beside the right one, for \(ladder.challenge); allowed is a relative error of "
        + "\(allowed)",
      columns: ["gradient", "verdict", "relative error", "cosine", "length ratio"]
        + (factors ? ["right but for"] : []) + (lengths ? ["wrong from"] : []),
      rows: ladder.matrices.map { row in
        [row.name, row.isRight ? "✓\u{A0}right" : "✗\u{A0}wrong"]
          + [row.relativeError, row.cosine, row.ratio].map { value in
            value.map { numberText($0, significant: 3) } ?? "–"
          }
          + (factors ? [row.factor.map { "× \($0)" } ?? ""] : [])
          + (lengths
            ? [row.wrongFrom.map { $0 == 1 ? "1\u{A0}step" : "\($0)\u{A0}steps" } ?? ""] : [])
      })
  }
}
