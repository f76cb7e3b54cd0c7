import CommonMark

/// The places of a text that name a lesson or an exercise: "lesson 03", "lessons 01 to 03", "03.1".
struct LessonMentions {
  private var pieces: [Piece] = []

  private enum Piece {
    case text(String)
    case lesson(String, words: String)
    case exercise(String)
  }

  init(_ text: String) {
    var rest = text[...]
    var plain = ""
    while !rest.isEmpty {
      if let (piece, after) = Self.mention(at: rest, before: plain.last) {
        if !plain.isEmpty { pieces.append(.text(plain)) }
        plain = ""
        pieces += piece
        rest = after
      } else {
        plain.append(rest.removeFirst())
      }
    }
    if !plain.isEmpty { pieces.append(.text(plain)) }
  }

  func inlines(on page: String, _ links: SiteLinks) -> [Inline] {
    pieces.map { piece in
      switch piece {
      case .text(let text): .text(text)
      case .lesson(let number, let words):
        if let target = links.page(ofLesson: number), target != page {
          .link(destination: target, title: "", [.text(words)])
        } else {
          .text(words)
        }
      case .exercise(let id):
        if let target = links.address(ofExercise: id, from: page) {
          .link(destination: target, title: "", [.text(id)])
        } else {
          .text(id)
        }
      }
    }
  }

  private static func mention(
    at text: Substring, before: Character?
  ) -> (pieces: [Piece], after: Substring)? {
    // Regular expressions take their time; few characters begin a mention.
    guard let first = text.first, first.isASCIIDigit || first == "l" || first == "L",
      before.map({ !$0.isLetter && !$0.isNumber && $0 != "." }) ?? true
    else { return nil }
    if let match = text.prefixMatch(of: /[0-9]{2}\.[0-9]{1,2}(?![0-9.]*[0-9])/) {
      return ([.exercise(String(match.output))], text[match.range.upperBound...])
    }
    guard let match = text.prefixMatch(of: /[Ll]essons?\s([0-9]{2})(?![0-9.]*[0-9])/) else {
      return nil
    }
    var pieces = [Piece.lesson(String(match.output.1), words: String(match.output.0))]
    var rest = text[match.range.upperBound...]
    // The second number of "lessons 01 to 03" and the rest of "lessons 02, 03 and 04".
    while let next = rest.prefixMatch(of: /(, | and | or | to |–)([0-9]{2})(?![0-9.]*[0-9])/) {
      pieces += [
        .text(String(next.output.1)),
        .lesson(String(next.output.2), words: String(next.output.2)),
      ]
      rest = rest[next.range.upperBound...]
    }
    return (pieces, rest)
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
