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
    guard let first = text.first, first.isASCIIDigit || first == "l" || first == "L",
      before.map({ !$0.isLetter && !$0.isNumber && $0 != "." }) ?? true
    else { return nil }
    if first.isASCIIDigit { return exercise(at: text) }
    guard text.dropFirst().hasPrefix("esson") else { return nil }
    var rest = text.dropFirst("Lesson".count)
    if rest.first == "s" { rest.removeFirst() }
    guard rest.first?.isWhitespace == true, let number = number(at: rest.dropFirst()) else {
      return nil
    }
    rest = rest.dropFirst(1 + number.count)
    var pieces = [Piece.lesson(number, words: String(text[..<rest.startIndex]))]
    // The second number of "lessons 01 to 03" and the rest of "lessons 02, 03 and 04".
    while let joint = joints.first(where: rest.hasPrefix),
      let number = self.number(at: rest.dropFirst(joint.count))
    {
      pieces += [.text(joint), .lesson(number, words: number)]
      rest = rest.dropFirst(joint.count + number.count)
    }
    return (pieces, rest)
  }

  private static let joints = [", ", " and ", " or ", " to ", "–"]

  /// Two digits that are not part of a longer number.
  private static func number(at text: Substring) -> String? {
    let digits = text.prefix(while: \.isASCIIDigit)
    return digits.count == 2 && !goesOn(text.dropFirst(2)) ? String(digits) : nil
  }

  /// `03.1`, which is not part of a longer number.
  private static func exercise(at text: Substring) -> (pieces: [Piece], after: Substring)? {
    let lesson = text.prefix(while: \.isASCIIDigit)
    let afterLesson = text.dropFirst(lesson.count)
    let task = afterLesson.dropFirst().prefix(while: \.isASCIIDigit)
    guard lesson.count == 2, afterLesson.first == ".", (1...2).contains(task.count) else {
      return nil
    }
    let rest = afterLesson.dropFirst(1 + task.count)
    return goesOn(rest) ? nil : ([.exercise("\(lesson).\(task)")], rest)
  }

  /// Whether a number does not end where it seems to: a full stop ends a sentence, or not.
  private static func goesOn(_ text: Substring) -> Bool {
    text.drop { $0 == "." }.first?.isASCIIDigit ?? false
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
