import CommonMark
import Lessons
import Report

/// Everything on the site that has a name, and where it is: the index at the end of a book, and what the
/// search looks through.
struct Register {
  enum Kind: String {
    case lesson, section, exercise, symbol, term
  }

  struct Entry {
    var kind: Kind
    var title: String
    /// As it stands in the index.
    var titleHTML: HTML
    /// `03-bptt.html#notation`.
    var address: String
    /// "Lesson 03", for those who must choose between two.
    var place: String
    /// What is said there, for the search and for a line of context.
    var text: String
  }

  private(set) var entries: [Entry] = []

  init(site: CourseSite, pages: [LessonPage], links: SiteLinks) {
    for page in pages {
      let lesson = page.lesson
      let place = "Lesson \(lesson.number)"
      add(.lesson, lesson.title, page.path, place, lesson.frontMatter.goal)
      for section in page.outline.places {
        let address = "\(page.path)#\(section.anchor)"
        switch section.kind {
        case .heading:
          entries.append(
            Entry(
              kind: .section, title: section.text, titleHTML: section.title, address: address,
              place: place, text: section.blocks.searchText))
          for paragraph in section.blocks.flatMap(\.paragraphs) {
            for term in paragraph.terms { add(.term, term, address, place, paragraph.searchText) }
          }
        case .exercise:
          let id = section.anchor.dropFirst(exerciseAnchor("").count)
          add(.exercise, "\(id) \(section.text)", address, place, section.blocks.searchText)
        }
      }
    }
    for row in GlossaryRows(site: site, pages: pages).rows {
      let entry = row.entry
      let words = [plainFormula(entry.symbol), entry.code].compactMap(\.self)
      entries.append(
        Entry(
          kind: .symbol, title: words.joined(separator: ", "),
          titleHTML: inlineHTML("$`\(entry.symbol)`$"), address: "glossary.html#\(row.anchor)",
          place: "Symbols",
          text: [inlineText(entry.meaning), inlineText(entry.shape)].joined(separator: "; ")))
    }
  }

  private mutating func add(
    _ kind: Kind, _ title: String, _ address: String, _ place: String, _ text: String
  ) {
    entries.append(
      Entry(
        kind: kind, title: title, titleHTML: .text(title), address: address, place: place,
        text: text))
  }

  private func inlineText(_ markdown: String) -> String {
    (try? MarkdownDocument(parsing: markdown).blocks.searchText) ?? markdown
  }
}

extension Register {
  /// The entries as a script that hands them to the search: a page that lies in a folder may load a script
  /// from beside it, and may not read a data file.
  var script: String {
    let rows = entries.map { entry in
      "["
        + [entry.kind.rawValue, entry.title, entry.address, entry.place, entry.text]
        .map(javaScriptString).joined(separator: ",") + "]"
    }
    return "courseIndex([\n" + rows.joined(separator: ",\n") + "\n]);\n"
  }
}

/// `text` as a string of JavaScript, and of JSON.
private func javaScriptString(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "<": result += "\\u003c"
    case _ where scalar.value < 0x20 || scalar.value == 0x2028 || scalar.value == 0x2029:
      let digits = String(scalar.value, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
