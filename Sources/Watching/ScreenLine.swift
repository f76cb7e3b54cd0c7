/// A line of the screen: pieces of text with a style and, perhaps, a file behind them.
public struct ScreenLine: Equatable, Sendable, ExpressibleByStringLiteral {
  public var spans: [Span]

  public struct Span: Equatable, Sendable {
    public var text: String
    public var style: ScreenStyle
    public var link: FileLink?

    public init(_ text: String, _ style: ScreenStyle = .plain, link: FileLink? = nil) {
      self.text = text
      self.style = style
      self.link = link
    }
  }

  public init(_ spans: [Span] = []) { self.spans = spans.filter { !$0.text.isEmpty } }

  public init(_ text: String, _ style: ScreenStyle = .plain) { self.init([Span(text, style)]) }

  public init(stringLiteral text: String) { self.init(text) }

  /// Without styles and links.
  public var plain: String { spans.map(\.text).joined() }

  /// Columns that it takes.
  public var columns: Int { spans.map { columnCount($0.text) }.reduce(0, +) }

  static func + (a: ScreenLine, b: ScreenLine) -> ScreenLine { ScreenLine(a.spans + b.spans) }
}

/// How a piece of text looks; in a terminal without colours it does not.
public enum ScreenStyle: String, Sendable {
  case plain = ""
  case bold = "1"
  case faint = "2"
  case red = "31"
  case green = "32"
  case yellow = "33"
  case blue = "34"
  /// Bold and red: what must not be overlooked.
  case alarm = "1;31"
}

/// A place in a file, for terminals that open what is clicked.
public struct FileLink: Equatable, Sendable {
  /// Absolute.
  public var path: String
  /// 1-based.
  public var line: Int?

  public init(path: String, line: Int? = nil) {
    self.path = path
    self.line = line
  }

  /// `file://` with the line as its fragment, which kitty, iTerm and WezTerm hand to the editor.
  func address(host: String) -> String {
    let kept = Set("/-_.~".utf8)
    let path = path.utf8.map { byte -> String in
      let character = Character(Unicode.Scalar(byte))
      if byte < 0x80, character.isLetter || character.isNumber || kept.contains(byte) {
        return String(character)
      }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.count == 1 ? "0" : "") + digits
    }.joined()
    return "file://\(host)\(path)" + (line.map { "#\($0)" } ?? "")
  }
}
