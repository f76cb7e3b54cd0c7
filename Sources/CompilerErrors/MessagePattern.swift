/// The shape of a compiler's message: plain text with a `*` for each part that varies.
///
///     MessagePattern("cannot find '*' in scope").parts(of: "cannot find 'hiden' in scope")  // ["hiden"]
struct MessagePattern: ExpressibleByStringLiteral {
  private let pieces: [Substring]

  init(stringLiteral text: String) {
    pieces = text.split(separator: "*", omittingEmptySubsequences: false)
  }

  /// What stands at the stars, from the beginning of the message on; what follows the pattern's last
  /// piece is of no account.
  func parts(of message: String) -> [String]? {
    guard let first = pieces.first, message.hasPrefix(first) else { return nil }
    var parts: [String] = []
    var rest = message[...].dropFirst(first.count)
    for piece in pieces.dropFirst() {
      guard !piece.isEmpty else {
        parts.append(String(rest))
        return parts
      }
      guard let range = rest.firstRange(of: piece) else { return nil }
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts
  }
}
