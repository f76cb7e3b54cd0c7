/// Columns that text takes in a terminal: a Chinese character takes two, an accent none.
func columnCount(_ text: String) -> Int { text.map(columnCount).reduce(0, +) }

func columnCount(_ character: Character) -> Int {
  guard !character.isASCII else { return 1 }
  return character.unicodeScalars.map { scalar in
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: 0
    default: isWide(scalar.value) ? 2 : 1
    }
  }.max() ?? 0
}

/// The blocks that East Asian terminals set in two columns, and pictures.
///
/// - Source: Unicode's EastAsianWidth.txt, classes W and F, in whole blocks.
private func isWide(_ value: UInt32) -> Bool {
  switch value {
  case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
    0x20000...0x3FFFD:
    true
  default: false
  }
}

extension ScreenLine {
  /// The line within so many columns; `…` stands for what is left out.
  func cut(to width: Int) -> ScreenLine {
    guard columns > width else { return self }
    var room = max(0, width - 1)
    var kept: [Span] = []
    for span in spans {
      var text = ""
      for character in span.text {
        let columns = columnCount(character)
        guard columns <= room else {
          kept.append(Span(text, span.style, link: span.link))
          return ScreenLine(kept + [Span("…", span.style)])
        }
        room -= columns
        text.append(character)
      }
      kept.append(Span(text, span.style, link: span.link))
    }
    return ScreenLine(kept)
  }

  /// `left`, and `right` at the edge where both fit.
  static func spread(_ left: ScreenLine, _ right: ScreenLine, width: Int) -> ScreenLine {
    let room = width - left.columns - right.columns
    guard room >= 2 else { return left.cut(to: width) }
    return left + ScreenLine(String(repeating: " ", count: room)) + right
  }
}

/// Text folded at word ends.
///
/// - Parameter indent: columns before every line.
func paragraph(
  _ text: String, _ style: ScreenStyle = .plain, width: Int, indent: Int = 2
) -> [ScreenLine] {
  let margin = String(repeating: " ", count: indent)
  var lines: [ScreenLine] = []
  var line = ""
  var columns = 0
  for word in text.split(whereSeparator: \.isWhitespace) {
    let length = columnCount(String(word))
    if !line.isEmpty, indent + columns + 1 + length > width {
      lines.append(ScreenLine(margin + line, style))
      (line, columns) = ("", 0)
    }
    line += (line.isEmpty ? "" : " ") + word
    columns += length + (columns == 0 ? 0 : 1)
  }
  if !line.isEmpty { lines.append(ScreenLine(margin + line, style)) }
  return lines
}
