import CommonMark
import Lessons
import Report

/// Where things are on the site, and links to them in what authors write.
struct SiteLinks {
  /// Pages by lesson number, and by the name of the lesson's file.
  private var pages: [String: String] = [:]
  private var pagesOfFiles: [String: String] = [:]
  private var pagesOfExercises: [String: String] = [:]

  init(_ lessons: [Lesson]) {
    for lesson in lessons {
      let path = Self.path(of: lesson)
      pages[lesson.number] = path
      pagesOfFiles[lesson.file.split(separator: "/").last.map(String.init) ?? ""] = path
      for slot in lesson.exercises { pagesOfExercises[slot.id] = path }
    }
  }

  /// `03-bptt.html`.
  static func path(of lesson: Lesson) -> String { "\(lesson.number)-\(lesson.slug).html" }

  /// The page of a lesson's number, `nil` when the site does not hold it.
  func page(ofLesson number: String) -> String? { pages[number] }

  /// `03-bptt.html#exercise-03.1`, or only the anchor on that page itself.
  func address(ofExercise id: String, from page: String) -> String? {
    pagesOfExercises[id].map { ($0 == page ? "" : $0) + "#\(exerciseAnchor(id))" }
  }

  /// Ids in a sentence, "03.1 and 03.3", each a link where the site holds it.
  func exerciseLinks(_ ids: [String], from page: String) -> HTML {
    var html = HTML.empty
    for (index, id) in ids.enumerated() {
      if index > 0 { html += .text(index == ids.count - 1 ? " and " : ", ") }
      html += address(ofExercise: id, from: page).map { tag("a", ["href": $0]) { id } } ?? .text(id)
    }
    return html
  }
}

// MARK: - Prose

extension SiteLinks {
  /// Prose with "lesson 03" and "03.1" as links, and links to lesson files as links to pages.
  func linking(_ block: Block, on page: String) -> Block {
    var block = block
    switch block.kind {
    // A heading is a place to come to; its own link leads to itself.
    case .heading, .code, .html, .thematicBreak: break
    case .paragraph(let inlines): block.kind = .paragraph(linking(inlines, on: page))
    case .quote(let blocks): block.kind = .quote(blocks.map { linking($0, on: page) })
    case .list(var list):
      list.items = list.items.map { $0.map { linking($0, on: page) } }
      block.kind = .list(list)
    }
    return block
  }

  private func linking(_ inlines: [Inline], on page: String) -> [Inline] {
    inlines.joiningLines.flatMap { inline -> [Inline] in
      switch inline {
      case .text(let text): LessonMentions(text).inlines(on: page, self)
      case .emphasis(let children): [.emphasis(linking(children, on: page))]
      case .strong(let children): [.strong(linking(children, on: page))]
      case .link(let destination, let title, let children):
        [.link(destination: address(ofLink: destination), title: title, children)]
      case .code, .image, .html, .softBreak, .lineBreak: [inline]
      }
    }
  }

  /// `03-bptt.md#notation`, which works where the lessons are only displayed, is a page here.
  private func address(ofLink destination: String) -> String {
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let file = parts[0].split(separator: "/").last.map(String.init) ?? ""
    guard !parts[0].contains(":"), let page = pagesOfFiles[file] else { return destination }
    return page + (parts.count > 1 ? "#\(parts[1])" : "")
  }
}

extension [Inline] {
  /// Texts on both sides of a line's end as one, or "lesson" at the end of a line would name none.
  fileprivate var joiningLines: [Inline] {
    var result: [Inline] = []
    for (index, inline) in enumerated() {
      if case .softBreak = inline, case .text(let before)? = result.last,
        index + 1 < count, case .text = self[index + 1]
      {
        result[result.count - 1] = .text(before + "\n")
      } else if case .text(let text) = inline, case .text(let before)? = result.last,
        before.hasSuffix("\n")
      {
        result[result.count - 1] = .text(before + text)
      } else {
        result.append(inline)
      }
    }
    return result
  }
}
