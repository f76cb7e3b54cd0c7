import CommonMark
import Lessons

extension ExerciseSlot {
  /// The doc comment at the top of the starter, as Markdown: what is asked.
  var contract: String {
    docLines.map { line in
      let text = line.drop { $0 == " " }.dropFirst(3)
      return String(text.first == " " ? text.dropFirst() : text)
    }.joined(separator: "\n")
  }

  /// The starter below its contract.
  var body: String {
    let lines = starter.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.dropFirst(blankLines + docLines.count).joined(separator: "\n")
  }

  /// The lesson's line on which the contract begins.
  var contractLine: Int { line + blankLines }

  private var blankLines: Int {
    starter.split(separator: "\n", omittingEmptySubsequences: false)
      .prefix { $0.allSatisfy(\.isWhitespace) }.count
  }

  private var docLines: [Substring] {
    Array(
      starter.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(blankLines)
        .prefix { $0.drop { $0 == " " }.hasPrefix("///") })
  }
}

extension [Block] {
  /// `- Parameter x: …` and `- Returns: …` with their keyword set off, as documentation shows them.
  var withDocFields: [Block] {
    map { block in
      guard case .list(var list) = block.kind else { return block }
      list.items = list.items.map(Self.settingOffField)
      return Block(.list(list), lines: block.lines)
    }
  }

  private static func settingOffField(_ item: [Block]) -> [Block] {
    guard let first = item.first, case .paragraph(let inlines) = first.kind,
      case .text(let text)? = inlines.first, let colon = text.firstIndex(of: ":")
    else { return item }
    let words = text[..<colon].split(separator: " ")
    let field: [Inline]
    switch words.first {
    case "Parameter" where words.count == 2: field = [.code(String(words[1]))]
    case "Returns", "Throws", "Parameters", "Precondition", "Complexity", "Note":
      field = [.strong(String(text[..<colon]).asText)]
    default: return item
    }
    let rest = [Inline.text(": " + text[text.index(after: colon)...].drop { $0 == " " })]
    let paragraph = Block(.paragraph(field + rest + inlines.dropFirst()), lines: first.lines)
    return [paragraph] + item.dropFirst()
  }
}

extension String {
  fileprivate var asText: [Inline] { [.text(self)] }
}
