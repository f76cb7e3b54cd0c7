package import CommonMark

/// A piece of a paragraph once its formulas are found.
package indirect enum ProseInline {
  case plain(Inline, line: Int)
  /// $`…`$, without dollars and backticks.
  case math(String, line: Int)
}

extension [Inline] {
  /// Finds $`…`$: CommonMark knows it as a code span between two dollars.
  ///
  /// - Parameter line: the first line of the paragraph; formulas count on from it.
  package func mergingMath(line: Int) -> [ProseInline] {
    var result: [ProseInline] = []
    var line = line
    var index = startIndex
    var pending: Inline?
    while index < endIndex {
      let inline = pending ?? self[index]
      pending = nil
      if case .text(let before) = inline, before.hasSuffix("$"), index + 2 < endIndex,
        case .code(let tex) = self[index + 1], case .text(let after) = self[index + 2],
        after.hasPrefix("$")
      {
        if before.count > 1 { result.append(.plain(.text(String(before.dropLast())), line: line)) }
        result.append(.math(tex, line: line))
        // What follows the closing dollar may end in the opening one of the next formula.
        index += 2
        if after.count > 1 { pending = .text(String(after.dropFirst())) } else { index += 1 }
        continue
      }
      result.append(.plain(inline, line: line))
      line += inline.lineBreaks
      index += 1
    }
    return result
  }
}

extension Inline {
  fileprivate var lineBreaks: Int {
    switch self {
    case .softBreak, .lineBreak: 1
    case .emphasis(let children), .strong(let children), .link(_, _, let children),
      .image(_, _, let children):
      children.map(\.lineBreaks).reduce(0, +)
    case .text, .code, .html: 0
    }
  }
}

/// A formula in a document, and the line on which it begins.
package struct FoundFormula: Equatable {
  package var tex: String
  package var isDisplay: Bool
  package var line: Int
}

extension [Block] {
  /// Every formula, in order.
  package var formulas: [FoundFormula] { flatMap(\.formulas) }
}

extension Block {
  fileprivate var formulas: [FoundFormula] {
    switch kind {
    case .heading(_, let inlines), .paragraph(let inlines):
      inlines.formulas(line: lines.lowerBound)
    case .code(let info, let text):
      info.isMathFence
        ? [FoundFormula(tex: text, isDisplay: true, line: lines.lowerBound + 1)] : []
    case .list(let list): list.items.flatMap(\.formulas)
    case .quote(let blocks): blocks.formulas
    case .html, .thematicBreak: []
    }
  }
}

extension [Inline] {
  fileprivate func formulas(line: Int) -> [FoundFormula] {
    mergingMath(line: line).flatMap { piece -> [FoundFormula] in
      switch piece {
      case .math(let tex, let line): [FoundFormula(tex: tex, isDisplay: false, line: line)]
      case .plain(.emphasis(let children), let line), .plain(.strong(let children), let line),
        .plain(.link(_, _, let children), let line), .plain(.image(_, _, let children), let line):
        children.formulas(line: line)
      case .plain: []
      }
    }
  }
}

extension String {
  /// The info string of a ```math fence.
  package var isMathFence: Bool { split(separator: " ").first == "math" }
}
