import CommonMark
import Lessons
import Report

/// A stretch of prose as a reader reads it: markup gone, code and formulas replaced by U+FFFC.
struct ProseText: Equatable {
  var text: String
  /// The lesson's line on which it begins.
  var line: Int
}

extension Lesson {
  /// Everything that the lesson says in words: paragraphs, lists, headings, captions and contracts.
  var proseTexts: [ProseText] {
    elements.flatMap { element -> [ProseText] in
      switch element {
      case .prose(let block): block.proseTexts
      case .cell(let cell):
        (cell.options.figureCaptions + [cell.options.figureAlternative].compactMap(\.self))
          .map { ProseText(text: $0, line: cell.line) }
      case .exercise: []
      }
    }
  }
}

extension Block {
  fileprivate var proseTexts: [ProseText] {
    switch kind {
    case .heading(_, let inlines), .paragraph(let inlines):
      [ProseText(text: inlines.proseText, line: lines.lowerBound)]
    case .list(let list): list.items.flatMap { $0.flatMap(\.proseTexts) }
    case .quote(let blocks): blocks.flatMap(\.proseTexts)
    case .code, .html, .thematicBreak: []
    }
  }
}

extension [Inline] {
  fileprivate var proseText: String {
    mergingMath(line: 0).map { piece in
      switch piece {
      case .math(let tex, _): tex.isNumeral ? tex : "\u{FFFC}"
      case .plain(let inline, _): inline.proseText
      }
    }.joined()
  }
}

extension Inline {
  fileprivate var proseText: String {
    switch self {
    case .text(let text): text
    case .code: "\u{FFFC}"
    case .emphasis(let children), .strong(let children), .link(_, _, let children),
      .image(_, _, let children):
      children.proseText
    case .softBreak, .lineBreak: "\n"
    case .html: ""
    }
  }
}

extension String {
  /// A formula that is a number states one.
  fileprivate var isNumeral: Bool {
    contains(where: \.isNumber) && allSatisfy { $0.isNumber || "−-.,".contains($0) }
  }
}
