import CommonMark
public import Lessons
import Report

/// Where the symbols of a glossary occur in the lessons.
struct SymbolPlaces {
  private var formulas: [String: [TeXTokens]] = [:]
  private var words: [String: Set<Substring>] = [:]

  init(_ lessons: [Lesson]) {
    for lesson in lessons {
      formulas[lesson.number] = Self.blocks(of: lesson).formulas.map { TeXTokens($0.tex) }
      let code =
        lesson.cells.map(\.code) + lesson.exercises.map(\.starter)
        + Self.blocks(of: lesson).flatMap(\.codeSpans)
      words[lesson.number] = Set(code.flatMap(Self.words))
    }
  }

  func holds(_ symbol: String, lesson: String) -> Bool {
    let tokens = TeXTokens(symbol)
    return formulas[lesson]?.contains { $0.contains(tokens) } ?? false
  }

  /// Whether all words of a name in code, `trace.hidden[t]`, occur in the lesson's code.
  func holds(code: String, lesson: String) -> Bool {
    let known = words[lesson] ?? []
    return Self.words(code).allSatisfy { known.contains($0) }
  }

  private static func words(_ code: String) -> [Substring] {
    code.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
  }

  static func blocks(of lesson: Lesson) -> [Block] {
    lesson.elements.flatMap { element -> [Block] in
      switch element {
      case .prose(let block): [block]
      case .cell: []
      case .exercise(let slot): (try? MarkdownDocument(parsing: slot.contracts).blocks) ?? []
      }
    }
  }
}

extension Glossary {
  /// What the file alone does not show: lessons that are not there, formulas that cannot be set, symbols and
  /// names that do not occur where they are said to.
  ///
  /// - Parameter lessons: all lessons of the course.
  public func errors(in lessons: [Lesson]) -> [LessonError] {
    let places = SymbolPlaces(lessons)
    let numbers = lessons.map(\.number)
    return entries.flatMap { entry -> [LessonError] in
      var messages = ReportPage.mathProblems(
        in: "$`\(entry.symbol)`$ \(entry.shape) \(entry.meaning)")
      if !numbers.contains(entry.lesson) {
        let known = numbers.joined(separator: ", ")
        messages.append(
          "there is no lesson \(entry.lesson) for '\(entry.symbol)'; there are \(known)")
      } else if !places.holds(entry.symbol, lesson: entry.lesson) {
        let others = numbers.filter { places.holds(entry.symbol, lesson: $0) }
        messages.append(
          "no formula of lesson \(entry.lesson) has the symbol '\(entry.symbol)'"
            + (others.first.map { "; lesson \($0) has" } ?? ""))
      } else if let code = entry.code, !places.holds(code: code, lesson: entry.lesson) {
        messages.append("lesson \(entry.lesson) has no code that says '\(code)'")
      }
      return messages.map { LessonError(file: file, line: entry.line, message: $0) }
    }
  }
}

extension Block {
  /// Every code span of its prose.
  fileprivate var codeSpans: [String] {
    switch kind {
    case .heading(_, let inlines), .paragraph(let inlines): inlines.codeSpans
    case .list(let list): list.items.flatMap { $0.flatMap(\.codeSpans) }
    case .quote(let blocks): blocks.flatMap(\.codeSpans)
    case .code, .html, .thematicBreak: []
    }
  }
}

extension [Inline] {
  fileprivate var codeSpans: [String] {
    flatMap { inline -> [String] in
      switch inline {
      case .code(let code): [code]
      case .emphasis(let children), .strong(let children), .link(_, _, let children):
        children.codeSpans
      case .text, .image, .html, .softBreak, .lineBreak: []
      }
    }
  }
}
