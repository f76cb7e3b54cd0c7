import CommonMark
import Lessons
import Report

/// The places of a lesson's page in their order: for its table of contents and for the search.
struct LessonOutline {
  private(set) var places: [Place] = []

  struct Place {
    enum Kind { case heading, exercise }
    var kind: Kind
    /// 2 for a section, 3 for what lies within one.
    var level: Int
    var anchor: String
    var title: HTML
    var text: String
    /// The prose below it, up to the next place.
    var blocks: [Block] = []
  }

  mutating func add(_ headings: some Sequence<ProseRenderer.Entry>) {
    for heading in headings {
      places.append(
        Place(
          kind: .heading, level: heading.level, anchor: heading.anchor, title: heading.title,
          text: heading.text))
    }
  }

  mutating func add(_ slot: ExerciseSlot, title: String) {
    places.append(
      Place(
        kind: .exercise, level: 3, anchor: exerciseAnchor(slot.id),
        title: tag("span", ["class": "id"]) { slot.id } + .text(" " + title), text: title,
        blocks: (try? MarkdownDocument(parsing: slot.contracts).blocks) ?? []))
  }

  /// Prose goes to the heading above it, not to an exercise that stands between.
  mutating func add(_ block: Block) {
    if case .heading = block.kind { return }
    guard let index = places.lastIndex(where: { $0.kind == .heading }) else { return }
    places[index].blocks.append(block)
  }

  /// The table of contents: sections, and within them what has a heading of its own.
  var contents: HTML? {
    guard places.count > 1 else { return nil }
    return tag("nav", ["class": "contents", "aria-labelledby": "contents"]) {
      tag("h2", ["id": "contents"]) { "On this page" }
      tag("ol") { items }
    }
  }

  private var items: [HTML] {
    var items: [HTML] = []
    var index = 0
    while index < places.count {
      let end = places[(index + 1)...].firstIndex { $0.level <= 2 } ?? places.count
      items.append(item(places[index], within: places[(index + 1)..<end]))
      index = end
    }
    return items
  }

  private func item(_ place: Place, within: ArraySlice<Place>) -> HTML {
    tag("li") {
      link(place)
      if !within.isEmpty {
        tag("ol") {
          for inner in within { tag("li") { link(inner) } }
        }
      }
    }
  }

  private func link(_ place: Place) -> HTML {
    tag("a", ["href": "#\(place.anchor)"]) { place.title }
  }
}
