/// What a program printed, made fit for a page and a terminal: valid UTF-8, no escape sequences, no
/// control characters, no more than a reader will read.
struct PrintedText {
  /// Bytes kept; a page of text has three thousand.
  static let limit = 64 << 10

  private var bytes: [UInt8] = []
  private var dropped = 0

  mutating func append(_ more: [UInt8]) {
    let room = max(0, Self.limit - bytes.count)
    bytes += more.prefix(room)
    dropped += max(0, more.count - room)
  }

  var isEmpty: Bool { bytes.isEmpty }

  var text: String {
    let text = Self.cleaned(bytes)
    return dropped == 0 ? text : text + "\n… and \(dropped) more bytes, not shown\n"
  }

  /// Decodes and drops ANSI sequences (`ESC [ … letter`, `ESC ] … BEL`) and control characters but
  /// tab and newline.
  static func cleaned(_ bytes: some Sequence<UInt8>) -> String {
    var result = String.UnicodeScalarView()
    var scalars = String(decoding: Array(bytes), as: UTF8.self).unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\u{1B}":
        switch scalars.popFirst() {
        case "[": while let next = scalars.popFirst(), !("@"..."~").contains(next) {}
        case "]": while let next = scalars.popFirst(), next != "\u{07}", next != "\u{1B}" {}
        default: break
        }
      case "\t", "\n": result.append(scalar)
      case "\r":
        // A progress line that rewrites itself becomes lines; CR LF stays one line end.
        if scalars.first != "\n" { result.append("\n") }
      case "\u{00}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}",
        "\u{2066}"..."\u{2069}":
        continue
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
