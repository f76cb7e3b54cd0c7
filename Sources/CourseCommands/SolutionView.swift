import Report

/// Two pieces of code on a screen: beside each other where both fit, else one below the other.
struct SolutionView {
  private let terminal: Terminal
  private let width: Int

  /// Narrower halves cut most lines of code.
  private static let narrowestHalf = 60

  init(_ terminal: Terminal, width: Int) {
    self.terminal = terminal
    self.width = width
  }

  typealias Titled = (title: String, code: String)

  func text(_ left: Titled, _ right: Titled) -> String {
    let half = (width - 3) / 2
    guard half >= Self.narrowestHalf else {
      return [left, right].map { side in
        terminal.styled(side.title, .bold) + "\n\n"
          + lines(side.code).map { $0.colored + "\n" }.joined()
      }.joined(separator: "\n")
    }
    let a = heading(left.title) + lines(left.code).flatMap { wrapped($0, half) }
    let b = heading(right.title) + lines(right.code).flatMap { wrapped($0, half) }
    return (0..<max(a.count, b.count)).map { index in
      let first = index < a.count ? a[index] : Line()
      let second = index < b.count ? b[index].colored : ""
      let gap = String(repeating: " ", count: max(0, half - first.count))
      return first.colored + (second.isEmpty ? "" : gap + " │ " + second) + "\n"
    }.joined()
  }

  private func heading(_ title: String) -> [Line] {
    [Line([(title, .bold)], terminal), Line()]
  }

  // MARK: - Lines in colours

  /// Pieces of text with their styles; its width is that of the text.
  private struct Line {
    var pieces: [(text: String, style: Terminal.Style?)] = []
    var terminal: Terminal?

    init() {}

    init(_ pieces: [(String, Terminal.Style?)], _ terminal: Terminal) {
      self.pieces = pieces
      self.terminal = terminal
    }

    var count: Int { pieces.map(\.text.count).reduce(0, +) }

    var colored: String {
      pieces.map { piece in
        piece.style.flatMap { terminal?.styled(piece.text, $0) } ?? piece.text
      }.joined()
    }
  }

  private func lines(_ code: String) -> [Line] {
    var lines = [Line([], terminal)]
    for token in SwiftLexer.tokens(of: code) {
      let parts = token.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      for (index, part) in parts.enumerated() {
        if index > 0 { lines.append(Line([], terminal)) }
        if !part.isEmpty {
          lines[lines.count - 1].pieces.append((String(part), Self.style(token.kind)))
        }
      }
    }
    while lines.last?.count == 0 { lines.removeLast() }
    return lines
  }

  private static func style(_ kind: SwiftToken.Kind) -> Terminal.Style? {
    switch kind {
    case .keyword, .attribute: .blue
    case .string, .number: .yellow
    case .comment: .faint
    case .type: .green
    case .plain: nil
    }
  }

  /// A line in pieces of at most `width` columns, those after the first one behind a mark.
  private func wrapped(_ line: Line, _ width: Int) -> [Line] {
    guard line.count > width else { return [line] }
    let mark = "    ↪ "
    var result = [Line([], terminal)]
    var room = width
    for piece in line.pieces {
      var rest = piece.text[...]
      while !rest.isEmpty {
        if room == 0 {
          result.append(Line([(mark, .faint)], terminal))
          room = width - mark.count
        }
        result[result.count - 1].pieces.append((String(rest.prefix(room)), piece.style))
        let taken = min(room, rest.count)
        rest = rest.dropFirst(taken)
        room -= taken
      }
    }
    return result
  }
}
