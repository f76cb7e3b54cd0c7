import Transcripts

/// Longer tables than this are for a file, not for a page.
private let rowLimit = 200

/// A table that scrolls inside its box; columns of numbers stand to the right.
///
/// - Parameter caption: for a table that has none of its own.
func tableHTML(_ table: Table, caption: String = "") -> HTML {
  let width = max(table.columns.count, table.rows.map(\.count).max() ?? 0)
  let isNumber = (0..<width).map { column in
    table.rows.allSatisfy { $0.count <= column || $0[column].looksLikeNumber }
  }
  let name = table.caption.isEmpty ? caption : table.caption
  let isOwn = !table.caption.isEmpty
  let stop = ScrollStop(name.isEmpty ? "Table" : name, width: table.widthInCharacters)
  return tag(
    "div",
    [
      "class": "scroll table", "tabindex": stop.tabIndex, "role": stop.role,
      "aria-label": stop.label,
    ]
  ) {
    tag("table") {
      if !name.isEmpty {
        tag("caption", ["class": isOwn ? nil : "hidden"]) { name }
      }
      tag("thead") {
        tag("tr") {
          for column in 0..<width {
            // A column without a name has no header cell, which a screen reader would announce.
            let name = column < table.columns.count ? table.columns[column] : ""
            if name.isEmpty {
              tag("td") { "" }
            } else {
              tag("th", ["scope": "col", "class": isNumber[column] ? "number" : nil]) { name }
            }
          }
        }
      }
      tag("tbody") {
        for row in table.rows.prefix(rowLimit) {
          tag("tr") {
            for column in 0..<width {
              tag("td", ["class": isNumber[column] ? "number" : nil]) {
                column < row.count ? row[column].markKept : ""
              }
            }
          }
        }
      }
    }
    if table.rows.count > rowLimit {
      tag("p", ["class": "note"]) { "\(table.rows.count - rowLimit) more rows are not shown." }
    }
  }
}

extension Table {
  /// What its columns need side by side, with the space between them.
  fileprivate var widthInCharacters: Int {
    ([columns] + rows.prefix(rowLimit)).reduce(into: [Int]()) { widths, row in
      for (column, cell) in row.enumerated() {
        if column == widths.count { widths.append(0) }
        widths[column] = max(widths[column], cell.count + 3)
      }
    }.reduce(0, +)
  }
}

extension String {
  /// A mark and its word stay on one line.
  fileprivate var markKept: String {
    hasPrefix("✓ ") || hasPrefix("✗ ") ? "\(prefix(1))\u{A0}\(dropFirst(2))" : self
  }

  /// Digits with the signs that numbers have; an empty cell is no argument against.
  fileprivate var looksLikeNumber: Bool {
    isEmpty || self == "NaN" || self == "∞" || self == "−∞"
      || allSatisfy { $0.isNumber || "+-−.,%×eE \u{A0}⁻".contains($0) }
        && contains(where: \.isNumber)
  }
}
