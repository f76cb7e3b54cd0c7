import CommonMark
package import Lessons

extension ExerciseSlot {
  /// What is asked, as documentation shows it.
  package var contractHTML: HTML {
    guard let document = try? MarkdownDocument(parsing: contracts) else {
      return plainCode(contracts)
    }
    var renderer = ProseRenderer(topLevel: 4, prefix: "contract-\(id)-")
    return renderer.html(document.blocks.withDocFields)
  }

  /// The doc comment at the top of the starter, as Markdown: what is asked.
  var contract: String {
    docLines.map { line in
      let text = line.drop { $0 == " " }.dropFirst(3)
      return String(text.first == " " ? text.dropFirst() : text)
    }.joined(separator: "\n")
  }

  /// The contracts of all functions of the starter, each under its signature where there are several.
  package var contracts: String {
    var parts: [(signature: String, text: [String])] = []
    var open: [String] = []
    for line in starter.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("///") {
        let text = line.dropFirst(3)
        open.append(String(text.first == " " ? text.dropFirst() : text))
      } else if !open.isEmpty {
        let signature = line.prefix { $0 != "{" }.drop { $0 == " " }
        parts.append((signature.split(separator: " ").joined(separator: " "), open))
        open = []
      }
    }
    guard parts.count > 1 else { return contract }
    return parts.map { "`\($0.signature)`\n\n" + $0.text.joined(separator: "\n") }
      .joined(separator: "\n\n")
  }

  /// The starter below its contract.
  package var body: String {
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
    guard let (name, rest) = field(of: item) else { return item }
    let words = name.split(separator: " ")
    switch words.first {
    case "Parameter" where words.count == 2:
      return [rest([.code(String(words[1]))])] + item.dropFirst()
    case "Parameters" where words.count == 1:
      return [rest([.strong([.text(name)])])] + item.dropFirst().map(settingOffNames)
    case "Returns", "Throws", "Precondition", "Complexity", "Note":
      return [rest([.strong([.text(name)])])] + item.dropFirst()
    default: return item
    }
  }

  /// The list below `- Parameters:`, whose items begin with a name.
  private static func settingOffNames(_ block: Block) -> Block {
    guard case .list(var list) = block.kind else { return block }
    list.items = list.items.map { item in
      guard let (name, rest) = field(of: item), !name.contains(" ") else { return item }
      return [rest([.code(name)])] + item.dropFirst()
    }
    return Block(.list(list), lines: block.lines)
  }

  /// What stands before the colon of an item, and its paragraph with something else in that place.
  private static func field(
    of item: [Block]
  ) -> (name: String, replacing: ([Inline]) -> Block)? {
    guard let first = item.first, case .paragraph(let inlines) = first.kind,
      case .text(let text)? = inlines.first, let colon = text.firstIndex(of: ":")
    else { return nil }
    let rest = text[text.index(after: colon)...].drop { $0 == " " }
    let tail = [Inline.text(": " + rest)] + inlines.dropFirst()
    return (String(text[..<colon]), { Block(.paragraph($0 + tail), lines: first.lines) })
  }
}
