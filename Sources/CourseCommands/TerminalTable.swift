import Transcripts

/// A small table in columns, each as wide as its widest cell.
struct TerminalTable {
  private let table: Table

  init(_ table: Table) { self.table = table }

  /// The caption, the columns' names and the rows, each line behind `indent`.
  func text(indent: String) -> String {
    let rows = [table.columns] + table.rows
    let widths = rows.reduce(into: [Int]()) { widths, row in
      for (column, cell) in row.enumerated() {
        if column == widths.count { widths.append(0) }
        widths[column] = max(widths[column], cell.count)
      }
    }
    var text = table.caption.isEmpty ? "" : indent + table.caption + "\n"
    for row in rows {
      var line = indent + "  "
      for (column, cell) in row.enumerated() {
        let isLast = column == row.count - 1
        line +=
          cell + (isLast ? "" : String(repeating: " ", count: widths[column] - cell.count + 2))
      }
      while line.last == " " { line.removeLast() }
      text += line + "\n"
    }
    return text
  }
}
