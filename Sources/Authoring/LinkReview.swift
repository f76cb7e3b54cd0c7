import CommonMark
import Lessons
import Report

/// Finds links that lead nowhere: to a heading, a cell or an exercise that is not there, to a lesson or
/// file that does not exist.
struct LinkReview {
  var lesson: Lesson
  /// The anchors of every lesson's page, by the file's name: `03-bptt.md`.
  var anchors: [String: Set<String>]
  /// Whether a file exists, by its path below the course's folder.
  var fileExists: (String) -> Bool

  func findings() -> [Finding] {
    lesson.elements.flatMap { element -> [Finding] in
      guard case .prose(let block) = element else { return [] }
      return block.links.compactMap { link in
        problem(link.destination).map {
          Finding(
            .link, file: lesson.file, line: link.line, "the link to '\(link.destination)' \($0)")
        }
      }
    }
  }

  private func problem(_ destination: String) -> String? {
    guard !destination.isEmpty else { return "is empty" }
    if let colon = destination.firstIndex(of: ":"),
      destination[..<colon].allSatisfy({ $0.isLetter })
    {
      let scheme = destination[..<colon].lowercased()
      return ["http", "https", "mailto"].contains(scheme)
        ? nil : "has the scheme \(scheme), which a page does not follow; use https"
    }
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = String(parts[0])
    let own = lesson.file.split(separator: "/").last.map(String.init) ?? lesson.file
    let file = path.isEmpty ? own : path
    guard let known = anchors[file] else {
      if path.hasPrefix("/") { return "begins at the root of some machine; write it relative" }
      let folder = lesson.file.split(separator: "/").dropLast().joined(separator: "/")
      if fileExists(folder + "/" + path) { return nil }
      let near = nearestName(to: path, in: anchors.keys.sorted()).map { "; did you mean \($0)?" }
      return "leads to no file" + (near ?? "")
    }
    guard parts.count == 2 else { return nil }
    let anchor = String(parts[1])
    if known.contains(anchor) { return nil }
    let near = nearestName(to: anchor, in: known.sorted()).map { "; did you mean #\($0)?" }
    return "leads to no place on that page" + (near ?? "")
  }
}

/// A link's destination, and the line of the paragraph that it stands in.
struct FoundLink {
  var destination: String
  var line: Int
}

extension Block {
  fileprivate var links: [FoundLink] {
    switch kind {
    case .heading(_, let inlines), .paragraph(let inlines):
      inlines.destinations.map {
        FoundLink(destination: $0.destination, line: lines.lowerBound + $0.line)
      }
    case .list(let list): list.items.flatMap { $0.flatMap(\.links) }
    case .quote(let blocks): blocks.flatMap(\.links)
    case .code, .html, .thematicBreak: []
    }
  }
}

extension [Inline] {
  /// Destinations, with the line breaks that stand before each.
  fileprivate var destinations: [(destination: String, line: Int)] {
    var line = 0
    return flatMap { inline -> [(destination: String, line: Int)] in
      switch inline {
      case .softBreak, .lineBreak:
        line += 1
        return []
      case .link(let destination, _, let children):
        defer { line += children.breaks }
        return [(destination, line)]
      case .emphasis(let children), .strong(let children):
        defer { line += children.breaks }
        return children.destinations.map { ($0.destination, line + $0.line) }
      case .text, .code, .image, .html: return []
      }
    }
  }

  private var breaks: Int {
    map { inline in
      switch inline {
      case .softBreak, .lineBreak: 1
      case .emphasis(let children), .strong(let children), .link(_, _, let children):
        children.breaks
      case .text, .code, .image, .html: 0
      }
    }.reduce(0, +)
  }
}
