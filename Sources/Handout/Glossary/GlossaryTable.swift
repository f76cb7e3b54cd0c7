import CommonMark
import Lessons
import Report

/// Symbols in rows: how one is written, what the programs call it, its shape, and what it is.
struct GlossaryTable {
  let entries: [Glossary.Entry]
  let caption: String
  /// An id for each row; none where the table only repeats.
  var anchors: [String] = []
  /// Where each symbol's row on the page of symbols is; none on that page itself.
  var targets: [String] = []
  /// Where each symbol first occurs, as a link; the column is left out when there is none.
  var places: [HTML] = []

  var html: HTML {
    let hasCode = entries.contains { $0.code != nil }
    return tag(
      "div", ["class": "scroll table", "tabindex": "0", "role": "group", "aria-label": caption]
    ) {
      tag("table", ["class": "glossary"]) {
        tag("caption", ["class": "hidden"]) { caption }
        tag("thead") {
          tag("tr") {
            column("Symbol")
            if hasCode { column("In code") }
            column("Shape")
            column("Meaning")
            if !places.isEmpty { column("First in") }
          }
        }
        tag("tbody") {
          for (index, entry) in entries.enumerated() { row(index, entry, hasCode: hasCode) }
        }
      }
    }
  }

  private func column(_ name: String) -> HTML { tag("th", ["scope": "col"]) { name } }

  private func row(_ index: Int, _ entry: Glossary.Entry, hasCode: Bool) -> HTML {
    tag("tr", ["id": index < anchors.count ? anchors[index] : nil]) {
      tag("th", ["scope": "row"]) { symbol(index, entry) }
      if hasCode {
        tag("td", ["class": "name"]) { entry.code.map { code in tag("code") { code } } ?? .empty }
      }
      tag("td", ["class": "shape"]) { inlineHTML(entry.shape) }
      tag("td", ["class": "meaning"]) { inlineHTML(entry.meaning) }
      if index < places.count { tag("td", ["class": "place"]) { places[index] } }
    }
  }

  private func symbol(_ index: Int, _ entry: Glossary.Entry) -> HTML {
    let formula = inlineHTML("$`\(entry.symbol)`$")
    let name = plainFormula(entry.symbol)
    if index < targets.count {
      return tag("a", ["href": targets[index], "aria-label": name]) { formula }
    }
    return formula
      + (index < anchors.count ? permalink(to: anchors[index], name: "the symbol \(name)") : .empty)
  }
}

/// One line of Markdown, formulas included.
func inlineHTML(_ markdown: String) -> HTML {
  guard let blocks = try? MarkdownDocument(parsing: markdown).blocks, blocks.count == 1,
    case .paragraph(let inlines) = blocks[0].kind
  else { return .text(markdown) }
  return ProseRenderer.html(inlines)
}
