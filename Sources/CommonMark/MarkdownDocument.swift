/// A Markdown text as Swift values: its top-level blocks in order, each with its line range.
public struct MarkdownDocument: Sendable, Equatable {
  public var blocks: [Block]

  public init(blocks: [Block]) { self.blocks = blocks }
}

/// A block and the source lines it stands on.
public struct Block: Sendable, Equatable {
  public var kind: Kind
  /// 1-based, inclusive; for a fence, the fence lines are part of it.
  public var lines: ClosedRange<Int>

  public init(_ kind: Kind, lines: ClosedRange<Int>) {
    self.kind = kind
    self.lines = lines
  }

  public indirect enum Kind: Sendable, Equatable {
    case heading(level: Int, [Inline])
    case paragraph([Inline])
    /// A fenced block, `info` being the text after the opening fence, or an indented one.
    case code(info: String, text: String)
    case list(List)
    case quote([Block])
    case html(String)
    case thematicBreak
  }
}

/// An ordered or unordered list.
public struct List: Sendable, Equatable {
  /// The first number of an ordered list, `nil` for bullets.
  public var start: Int?
  public var isTight: Bool
  public var items: [[Block]]

  public init(start: Int?, isTight: Bool, items: [[Block]]) {
    self.start = start
    self.isTight = isTight
    self.items = items
  }
}

/// What stands inside a line of prose.
public indirect enum Inline: Sendable, Equatable {
  case text(String)
  case code(String)
  case emphasis([Inline])
  case strong([Inline])
  case link(destination: String, title: String, [Inline])
  case image(source: String, title: String, [Inline])
  case html(String)
  case softBreak
  case lineBreak
}

extension [Inline] {
  /// The text without its markup: for titles, anchors and descriptions.
  public var plainText: String {
    map { inline in
      switch inline {
      case .text(let text), .code(let text): text
      case .emphasis(let children), .strong(let children), .link(_, _, let children),
        .image(_, _, let children):
        children.plainText
      case .softBreak, .lineBreak: " "
      case .html: ""
      }
    }.joined()
  }
}
