/// What goes out to a terminal when the screen changes.
public struct FramePainter: Sendable {
  public var terminal: TerminalFeatures
  private var last: [ScreenLine]?
  private var lastSize = (columns: 0, rows: 0)

  public init(_ terminal: TerminalFeatures) { self.terminal = terminal }

  /// The bytes that make the screen show these lines; empty when it shows them already.
  ///
  /// The screen before the first frame is scrolled up and not wiped: it is still there when one scrolls
  /// back. Each line is written over the old one, so that nothing flickers, and no mode of the terminal
  /// is changed: whatever ends this program leaves a terminal that works.
  public mutating func frame(_ lines: [ScreenLine], columns: Int, rows: Int) -> String {
    guard terminal.hasCursor else { return appended(lines) }
    let isNew = last == nil
    let isResized = !isNew && lastSize != (columns, rows)
    guard isNew || isResized || last != lines else { return "" }
    self.last = lines
    lastSize = (columns, rows)
    var text = isNew ? String(repeating: "\n", count: max(0, rows - 1)) : ""
    text += isResized ? "\u{1B}[2J\u{1B}[H" : "\u{1B}[H"
    // Erased before it is written: afterwards the cursor may stand on a full line's last character.
    let last = lines.count - 1
    return text
      + lines.enumerated().map { index, line in
        (index == last ? "\u{1B}[J" : "\u{1B}[K") + line.text(on: terminal)
      }.joined(separator: "\r\n")
  }

  /// Forgets what is on the screen: something else has written on it.
  public mutating func forget() { last = nil }

  /// On a terminal whose cursor cannot be moved: the lines that are new, below what was there.
  private mutating func appended(_ lines: [ScreenLine]) -> String {
    guard last != lines else { return "" }
    defer { last = lines }
    let old = last ?? []
    let same = zip(old, lines).prefix { $0 == $1 }.count
    // Only the foot has changed: the head need not be read again.
    let news = lines[(same >= lines.count ? 0 : same)...].filter { !$0.plain.isEmpty }
    return news.map { $0.text(on: terminal) + "\r\n" }.joined() + "\r\n"
  }
}
