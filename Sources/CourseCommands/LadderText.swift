import Transcripts

/// A gradient ladder in a terminal: what it builds on, the wrong matrices in a small table, the right
/// ones by name.
struct LadderText {
  private let ladder: GradientLadder

  init(_ ladder: GradientLadder) { self.ladder = ladder }

  /// Without indent; the first lines are sentences, to be folded, the others a table.
  var sentences: [String] {
    var result: [String] = []
    let below = ladder.rungs.dropLast()
    if let broken = below.first(where: { $0.holds == false }) {
      result.append(
        "Mend first: the \(broken.name) – \(broken.finding). (This exercise was handed the right one.)"
      )
    } else if !below.isEmpty {
      result.append(
        below.map { "\($0.name): \($0.finding)" }.joined(separator: "; ") + ".")
    }
    let right = ladder.matrices.filter(\.isRight).map(\.name)
    if !right.isEmpty {
      result.append(
        "Right within \(scientific(ladder.tolerance)): \(right.joined(separator: ", ")).")
    }
    return result
  }

  /// A line per wrong matrix under a line of names; none where a single number is wrong.
  var table: [String] {
    let names = ["wrong", "relative error", "cosine", "length", "right but for", "wrong from"]
    let rows = [names] + ladder.matrices.filter { !$0.isRight }.map(cells)
    // A column in which nobody has anything to say is left out.
    let columns = rows[0].indices.filter { column in
      rows.dropFirst().contains { !$0[column].isEmpty }
    }
    let widths = columns.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      zip(columns, widths).map { column, width in
        row[column] + String(repeating: " ", count: width - row[column].count)
      }.joined(separator: "  ").trimmed
    }
  }

  private func cells(_ row: GradientLadder.Row) -> [String] {
    let steps = row.wrongFrom.map { $0 == 1 ? "1 step" : "\($0) steps" }
    return [
      row.name, row.relativeError.map(scientific) ?? "–",
      row.cosine.map { decimals($0, 3) } ?? "–", row.ratio.map { "× \(scientific($0))" } ?? "–",
      row.factor.map { "× \($0)" } ?? "", steps ?? "",
    ]
  }
}

extension String {
  /// Without the spaces at its end.
  fileprivate var trimmed: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
