/// All that a file of the site says, as lines: what a leak could hide in.
///
/// It reads the HTML that this room writes, attributes in double quotes and no comments, not any HTML.
struct SpokenText {
  /// Lines without white space at their ends, those that are empty left out.
  var lines: String

  /// - Parameter isScript: the strings of a script instead of the text of a page.
  init(of source: String, isScript: Bool = false) {
    let text = isScript ? Self.strings(of: source) : Self.text(of: source)
    lines = text.trimmedLines.joined(separator: "\n")
  }

  private static func strings(of script: String) -> String {
    script.replacing("\\n", with: "\n").replacing("\\\"", with: "\"").replacing("\\\\", with: "\\")
  }

  /// Text between tags, and the values of attributes as lines of their own at the end.
  private static func text(of html: String) -> String {
    var text: [UInt8] = []
    var attributes: [UInt8] = []
    var inTag = false
    var inValue = false
    var name: [UInt8] = []
    for byte in html.utf8 {
      switch byte {
      case UInt8(ascii: "<") where !inTag:
        inTag = true
        name = []
      case UInt8(ascii: ">") where inTag && !inValue:
        inTag = false
        // Inline elements do not end a line; a token of code is one of them.
        if !inlineTags.contains(name) { text.append(UInt8(ascii: "\n")) }
      case UInt8(ascii: "\"") where inTag:
        inValue.toggle()
        attributes.append(UInt8(ascii: "\n"))
      case _ where inValue: attributes.append(byte)
      case _ where inTag:
        if name.last != UInt8(ascii: " ") { name.append(byte) }
      default: text.append(byte)
      }
    }
    return unescaped(String(decoding: text, as: UTF8.self))
      + "\n" + unescaped(String(decoding: attributes, as: UTF8.self))
  }

  private static let inlineTags: Set<[UInt8]> = Set(
    ["a", "code", "em", "span", "strong", "samp", "mark"].flatMap {
      [Array($0.utf8), Array("/\($0)".utf8), Array("\($0) ".utf8)]
    })

  private static func unescaped(_ text: String) -> String {
    let pieces = text.split(separator: "&", omittingEmptySubsequences: false)
    return pieces.dropFirst().reduce(into: String(pieces.first ?? "")) { result, piece in
      let entity = entities.first { piece.hasPrefix($0.name) }
      result += entity?.sign ?? "&"
      result += piece.dropFirst(entity?.name.count ?? 0)
    }
  }

  private static let entities: [(name: String, sign: String)] = [
    ("lt;", "<"), ("gt;", ">"), ("quot;", "\""), ("#39;", "'"), ("amp;", "&"),
  ]
}
