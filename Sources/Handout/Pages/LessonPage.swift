import CommonMark
import Lessons
import Report
import Transcripts

/// One lesson as a page: its text, its cells with what they showed on the model answers, its exercises.
struct LessonPage {
  let site: CourseSite
  let chapter: CourseSite.Chapter
  let links: SiteLinks
  /// The text of the page, and the places in it.
  private let text: HTML
  let outline: LessonOutline

  var lesson: Lesson { chapter.lesson }
  var path: String { SiteLinks.path(of: lesson) }

  init(site: CourseSite, chapter: CourseSite.Chapter, links: SiteLinks) {
    self.site = site
    self.chapter = chapter
    self.links = links
    (text, outline) = Self.text(site, chapter, links)
  }

  var html: String {
    SitePage(
      site: site, path: path, title: "\(lesson.number) \(lesson.title)",
      language: lesson.frontMatter.language, head: head, contents: outline.contents,
      text: text + (symbols ?? .empty) + Pager(site: site, path: path).html, footer: footer
    ).html
  }

  private static func text(
    _ site: CourseSite, _ chapter: CourseSite.Chapter, _ links: SiteLinks
  ) -> (HTML, LessonOutline) {
    let lesson = chapter.lesson
    let path = SiteLinks.path(of: lesson)
    let exercises = Set(lesson.exercises.map(\.id))
    var prose = ProseRenderer(anchors: Anchors(reserved: reservedAnchors(of: lesson)))
    prose.hasPermalinks = true
    var outline = LessonOutline()
    var html = HTML.empty
    for element in lesson.elements {
      switch element {
      case .prose(let block):
        let known = prose.contents.count
        html += prose.html(links.linking(block, on: path))
        outline.add(prose.contents.dropFirst(known))
        outline.add(block)
      case .cell(let cell):
        let result = chapter.transcript.cells.first { $0.label == cell.label }
        html +=
          CellRenderer(cell: cell, result: result, exercises: exercises, hasPermalink: true).html
          ?? .empty
      case .exercise(let slot):
        let heading = chapter.exercises[slot.id]
        let card = ExerciseCard(
          slot: slot, heading: heading, notes: site.edition.notes(on: slot.id), lesson: lesson,
          links: links)
        html += card.html
        outline.add(slot, title: heading?.title ?? "")
        // The card's own heading is an h3.
        prose.level = 3
      }
    }
    return (html, outline)
  }

  private static func reservedAnchors(of lesson: Lesson) -> Set<String> {
    var anchors: Set<String> = [
      "content", "contents", "exercises", "symbols", "search", "results", "found",
    ]
    for slot in lesson.exercises {
      anchors.formUnion([exerciseAnchor(slot.id), "\(exerciseAnchor(slot.id))-title"])
    }
    for cell in lesson.cells { anchors.insert("cell-\(idPart(cell.label))") }
    return anchors
  }

  // MARK: - Head and foot

  private var head: HTML {
    tag("p", ["class": "kicker"]) {
      "Lesson \(lesson.number)"
      if site.hasPDF {
        tag("a", ["href": "\(path.dropLast(".html".count)).pdf"]) { "This lesson as PDF" }
      }
    }
      + tag("h1") { lesson.title }
      + (lesson.frontMatter.goal.isEmpty
        ? .empty : tag("p", ["class": "goal"]) { lesson.frontMatter.goal })
      + (exercises ?? .empty)
  }

  private var exercises: HTML? {
    guard !lesson.exercises.isEmpty else { return nil }
    let points = lesson.exercises.compactMap { chapter.exercises[$0.id]?.points }.reduce(0, +)
    return tag("section", ["class": "standing", "aria-labelledby": "exercises"]) {
      tag("h2", ["id": "exercises"]) { "Exercises" }
      tag("p", ["class": "score"]) { counted(points, "point") }
      tag("ol") {
        for slot in lesson.exercises {
          tag("li") {
            tag("a", ["href": "#\(exerciseAnchor(slot.id))"]) {
              tag("span", ["class": "id"]) { slot.id }
              " "
              tag("span", ["class": "title"]) { chapter.exercises[slot.id]?.title ?? "" }
            }
            " "
            tag("span", ["class": "points"]) {
              chapter.exercises[slot.id].map { counted($0.points, "point") } ?? ""
            }
          }
        }
      }
    }
  }

  private var symbols: HTML? {
    let entries = site.glossary.entries.filter { $0.lesson == lesson.number }
    guard !entries.isEmpty else { return nil }
    return tag("section", ["class": "symbols", "aria-labelledby": "symbols"]) {
      tag("h2", ["id": "symbols"]) { "Symbols of this lesson" }
      GlossaryTable(
        entries: entries, caption: "Symbols that lesson \(lesson.number) brings",
        targets: entries.map(SymbolAnchors(site.symbols).address)
      ).html
      tag("p", ["class": "note"]) {
        "All symbols of the course stand in the "
        tag("a", ["href": "glossary.html"]) { "table of symbols" }
        "."
      }
    }
  }

  private var footer: HTML {
    tag("p") {
      "Made from "
      tag("code") { lesson.file }
      "; its cells ran on the model answers with \(chapter.transcript.toolchain)."
    }
  }
}
