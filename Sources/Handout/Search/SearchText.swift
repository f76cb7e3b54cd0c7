import CommonMark
import Report

extension [Block] {
  /// The prose without markup, formulas in one line each; listings and drawings are left out.
  var searchText: String {
    map(\.searchText).filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension Block {
  var searchText: String {
    switch kind {
    case .heading(_, let inlines), .paragraph(let inlines): inlines.searchText
    case .code(let info, let text): info.isMathFence ? plainFormula(text) : ""
    case .list(let list): list.items.map(\.searchText).joined(separator: " ")
    case .quote(let blocks): blocks.searchText
    case .html, .thematicBreak: ""
    }
  }

  /// Every paragraph in it, those of lists and quotes included.
  var paragraphs: [[Inline]] {
    switch kind {
    case .paragraph(let inlines): [inlines]
    case .list(let list): list.items.flatMap { $0.flatMap(\.paragraphs) }
    case .quote(let blocks): blocks.flatMap(\.paragraphs)
    case .heading, .code, .html, .thematicBreak: []
    }
  }
}

extension [Inline] {
  var searchText: String {
    let text = mergingMath(line: 0).map { piece -> String in
      switch piece {
      case .math(let tex, _): plainFormula(tex)
      case .plain(.text(let text), _), .plain(.code(let text), _): text
      case .plain(.emphasis(let children), _), .plain(.strong(let children), _),
        .plain(.link(_, _, let children), _), .plain(.image(_, _, let children), _):
        children.searchText
      case .plain(.softBreak, _), .plain(.lineBreak, _): " "
      case .plain(.html, _): ""
      }
    }.joined()
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// What the paragraph brings: words in bold type, unless they are a run-in heading that ends in a full stop.
  var terms: [String] {
    compactMap { inline -> String? in
      guard case .strong(let children) = inline else { return nil }
      let term = children.searchText
      return term.last.map { ".:!?".contains($0) } ?? true ? nil : term
    }
  }
}
