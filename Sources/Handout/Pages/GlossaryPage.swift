import CommonMark
import Lessons
import Report

/// The table of symbols, each with its shape and the section in which it first occurs.
struct GlossaryPage {
  let site: CourseSite
  let pages: [LessonPage]
  let links: SiteLinks

  var html: String {
    SitePage(site: site, path: "glossary.html", title: "Symbols", head: head, text: text).html
  }

  private var head: HTML {
    tag("p", ["class": "kicker"]) { "Reference" }
      + tag("h1") { "Symbols" }
      + tag("p", ["class": "goal"]) {
        "Every symbol of the formulas, what the programs call it, and its shape."
      }
  }

  private var text: HTML {
    let rows = GlossaryRows(site: site, pages: pages).rows
    guard !rows.isEmpty else { return tag("p") { "The lessons of this site bring no symbols." } }
    return GlossaryTable(
      entries: rows.map(\.entry), caption: "Symbols of the course", anchors: rows.map(\.anchor),
      places: rows.map { row in
        tag("a", ["href": row.address, "aria-label": "Lesson \(row.entry.lesson)"]) {
          row.entry.lesson
        }
      }
    ).html
  }
}

/// The symbols of the site's lessons, each with where it stands.
struct GlossaryRows {
  struct Row {
    var entry: Glossary.Entry
    /// On the page of symbols.
    var anchor: String
    /// The section in which it first occurs.
    var address: String
  }

  private(set) var rows: [Row] = []

  init(site: CourseSite, pages: [LessonPage]) {
    let anchors = SymbolAnchors(site.symbols)
    for entry in site.symbols {
      guard let page = pages.first(where: { $0.lesson.number == entry.lesson }) else { continue }
      let symbol = TeXTokens(entry.symbol)
      let section = page.outline.places.first { place in
        place.blocks.formulas.contains { TeXTokens($0.tex).contains(symbol) }
      }
      rows.append(
        Row(
          entry: entry,
          anchor: anchors.anchor(of: entry),
          address: page.path + (section.map { "#\($0.anchor)" } ?? "")))
    }
  }
}
