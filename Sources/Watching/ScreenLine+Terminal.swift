extension ScreenLine {
  /// Reads text in which only the styles of ``ScreenStyle`` are escape sequences, as `lesson run`
  /// prints it; every other control character, whoever brought it in, is left out.
  public static func lines(reading text: String) -> [ScreenLine] {
    var result: [ScreenLine] = []
    var line = ScreenLine()
    var style = ScreenStyle.plain
    var piece = ""
    func flush() {
      if !piece.isEmpty { line.spans.append(Span(piece, style)) }
      piece = ""
    }
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\n":
        flush()
        result.append(line)
        line = ScreenLine()
      case "\t": piece += "  "
      case "\u{1B}":
        guard rest.first == "[" else { continue }
        rest.removeFirst()
        var code = ""
        while let next = rest.popFirst() {
          guard ("0"..."9").contains(next) || next == ";" else {
            if next == "m" {
              flush()
              style = ScreenStyle(rawValue: code == "0" ? "" : code) ?? .plain
            }
            break
          }
          code.unicodeScalars.append(next)
        }
      case "\u{00}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}",
        "\u{2066}"..."\u{2069}":
        continue
      default: piece.unicodeScalars.append(scalar)
      }
    }
    flush()
    if !line.spans.isEmpty { result.append(line) }
    return result
  }

  /// The line for a terminal.
  public func text(on terminal: TerminalFeatures) -> String {
    spans.map { span in
      var text = span.text
      if terminal.hasColours, span.style != .plain {
        text = "\u{1B}[\(span.style.rawValue)m\(text)\u{1B}[0m"
      }
      if let link = span.link, terminal.hasLinks {
        let address = link.address(host: terminal.host)
        text = "\u{1B}]8;;\(address)\u{1B}\\\(text)\u{1B}]8;;\u{1B}\\"
      }
      return text
    }.joined()
  }

  /// The line with a file behind the first place in it that names one.
  ///
  /// - Parameter places: what is linked, as the line has it: `Exercises/02-RNNForward.swift:12`.
  func linking(_ places: [String: FileLink]) -> ScreenLine {
    for (index, span) in spans.enumerated() where span.link == nil {
      for (name, link) in places.sorted(by: { $0.key.count > $1.key.count }) {
        guard let range = span.text.firstRange(of: name),
          span.text[range.upperBound...].first?.isNumber != true
        else { continue }
        var line = self
        line.spans[index...index] = [
          Span(String(span.text[..<range.lowerBound]), span.style),
          Span(name, span.style, link: link),
          Span(String(span.text[range.upperBound...]), span.style),
        ]
        return ScreenLine(line.spans)
      }
    }
    return self
  }
}

/// What a terminal understands.
public struct TerminalFeatures: Equatable, Sendable {
  public var hasColours: Bool
  /// Whether it knows links to files (OSC 8).
  public var hasLinks: Bool
  /// Whether the cursor can be moved; a dumb terminal shows one screen after the other.
  public var hasCursor: Bool
  /// This machine's name, which belongs into a link to a file.
  public var host: String

  public init(hasColours: Bool, hasLinks: Bool, hasCursor: Bool, host: String = "") {
    self.hasColours = hasColours
    self.hasLinks = hasLinks
    self.hasCursor = hasCursor
    self.host = host
  }
}
