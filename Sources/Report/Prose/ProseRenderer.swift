package import CommonMark

/// Sets Markdown as HTML.
package struct ProseRenderer {
  package var anchors: Anchors
  /// The headings so far, for the table of contents.
  package private(set) var contents: [Entry] = []
  /// Whether a heading has a link to itself beside it.
  package var hasPermalinks = false
  /// The level of the heading before, so that none is skipped on the way down.
  package var level: Int
  private let topLevel: Int
  /// Before every anchor, where several renderers share a page.
  private let prefix: String

  package struct Entry: Equatable {
    /// 2 for the lesson's sections.
    package var level: Int
    package var anchor: String
    package var title: HTML
    /// The title without markup.
    package var text: String
  }

  /// - Parameter topLevel: the highest heading that may appear; above it stand the page's own.
  package init(anchors: Anchors = Anchors(), topLevel: Int = 2, prefix: String = "") {
    self.anchors = anchors
    self.prefix = idPart(prefix)
    self.topLevel = topLevel
    level = topLevel - 1
  }

  package mutating func html(_ blocks: [Block]) -> HTML {
    var html = HTML.empty
    for block in blocks { html += self.html(block) }
    return html
  }

  package mutating func html(_ block: Block) -> HTML {
    switch block.kind {
    case .heading(let level, let inlines): return heading(level, inlines)
    case .paragraph(let inlines): return tag("p") { Self.html(inlines) }
    case .code(let info, let text): return Self.code(info, text)
    case .list(let list): return self.list(list)
    case .quote(let blocks): return tag("blockquote") { html(blocks) }
    case .html(let source): return Self.rawHTML(source).map { text in tag("p") { text } } ?? .empty
    case .thematicBreak: return tag("hr")
    }
  }

  // MARK: - Blocks

  private mutating func heading(_ wish: Int, _ inlines: [Inline]) -> HTML {
    level = min(max(wish, topLevel), level + 1, 6)
    let anchor = prefix + anchors.anchor(for: inlines.plainText)
    let title = Self.html(inlines)
    contents.append(
      Entry(
        level: level, anchor: anchor, title: Self.html(inlines.withoutLinks),
        text: inlines.plainText))
    let heading = heading(level, anchor, title)
    guard hasPermalinks else { return heading }
    return tag("div", ["class": "heading"]) {
      heading
      permalink(to: anchor, name: "“\(inlines.plainText)”")
    }
  }

  private func heading(_ level: Int, _ anchor: String, _ title: HTML) -> HTML {
    switch level {
    case 2: return tag("h2", ["id": anchor]) { title }
    case 3: return tag("h3", ["id": anchor]) { title }
    case 4: return tag("h4", ["id": anchor]) { title }
    case 5: return tag("h5", ["id": anchor]) { title }
    default: return tag("h6", ["id": anchor]) { title }
    }
  }

  private static func code(_ info: String, _ text: String) -> HTML {
    if info.isMathFence { return displayMath(text) }
    let code = text.hasSuffix("\n") ? String(text.dropLast()) : text
    return info.split(separator: " ").first == "swift" ? swiftCode(code) : plainCode(code)
  }

  private mutating func list(_ list: List) -> HTML {
    var items = HTML.empty
    for item in list.items {
      let content = list.isTight ? tightItem(item) : html(item)
      items += tag("li") { content }
    }
    guard let start = list.start else { return tag("ul") { items } }
    return tag("ol", ["start": start == 1 ? nil : String(start)]) { items }
  }

  /// In a tight list a paragraph is bare text.
  private mutating func tightItem(_ blocks: [Block]) -> HTML {
    var html = HTML.empty
    for block in blocks {
      if case .paragraph(let inlines) = block.kind {
        html += Self.html(inlines)
      } else {
        html += self.html(block)
      }
    }
    return html
  }

  /// A comment says something to authors only; other tags are not part of a lesson's Markdown, and a
  /// reader sees them as they were written.
  private static func rawHTML(_ source: String) -> String? {
    var text = source
    while let start = text.firstRange(of: "<!--") {
      let end = text[start.upperBound...].firstRange(of: "-->")?.upperBound ?? text.endIndex
      text.removeSubrange(start.lowerBound..<end)
    }
    return text.allSatisfy(\.isWhitespace) ? nil : text
  }

  // MARK: - Inlines

  package static func html(_ inlines: [Inline]) -> HTML {
    var html = HTML.empty
    var formula: HTML?
    var width = 0
    for piece in inlines.mergingMath(line: 0) {
      switch piece {
      case .math(let tex, _):
        if let formula { html += formula }
        formula = inlineMath(tex)
        width = plainFormula(tex).count
      case .plain(.text(let text), _):
        // A line may end behind a formula, and then its comma would begin the next.
        let mark = formula == nil ? "" : text.prefix(while: \.isClosingPunctuation)
        if let formula, !mark.isEmpty {
          let stop = ScrollStop("Formula", width: width)
          html += tag(
            "span",
            [
              "class": "unbroken", "tabindex": stop.tabIndex, "role": stop.role,
              "aria-label": stop.label,
            ]
          ) { formula + .text(String(mark)) }
        } else if let formula {
          html += formula
        }
        html += .text(String(text.dropFirst(mark.count)))
        formula = nil
      case .plain(let inline, _):
        if let formula { html += formula }
        html += Self.html(inline)
        formula = nil
      }
    }
    return html + (formula ?? .empty)
  }

  private static func html(_ inline: Inline) -> HTML {
    switch inline {
    case .text(let text): return .text(text)
    case .code(let code): return tag("code") { code }
    case .emphasis(let children): return tag("em") { html(children) }
    case .strong(let children): return tag("strong") { html(children) }
    case .link(let destination, let title, let children):
      guard let target = safeDestination(destination) else { return tag("span") { html(children) } }
      return tag("a", ["href": target, "title": title.isEmpty ? nil : title]) { html(children) }
    case .image(let source, let title, let children)
    where source.hasPrefix("data:image/"):
      return tag(
        "img", ["src": source, "alt": children.plainText, "title": title.isEmpty ? nil : title])
    case .image(_, let title, let children):
      // A page that stands alone has no file beside it to show: the description stands in.
      return tag("em", ["class": "image", "title": title.isEmpty ? nil : title]) {
        "[\(children.plainText)]"
      }
    case .html(let source): return rawHTML(source).map(HTML.text) ?? .empty
    case .softBreak: return HTML.text("\n")
    case .lineBreak: return tag("br")
    }
  }

  // MARK: - Formulas

  /// A formula that cannot be read stays on the page as its author wrote it.
  private static func inlineMath(_ tex: String) -> HTML {
    (try? math(tex, display: false)) ?? tag("code", ["class": "tex"]) { tex }
  }

  private static func displayMath(_ tex: String) -> HTML {
    guard let formula = try? math(tex, display: true) else {
      return tag("pre", ["class": "code tex"]) { tag("code") { tex } }
    }
    // TeX is seldom shorter than what it sets.
    let stop = ScrollStop("Formula", width: tex.count)
    return tag(
      "div",
      ["class": "formula", "tabindex": stop.tabIndex, "role": stop.role, "aria-label": stop.label]
    ) { formula }
  }
}

extension [Inline] {
  /// For a place that is itself a link.
  fileprivate var withoutLinks: [Inline] {
    flatMap { inline -> [Inline] in
      switch inline {
      case .link(_, _, let children): children.withoutLinks
      case .emphasis(let children): [.emphasis(children.withoutLinks)]
      case .strong(let children): [.strong(children.withoutLinks)]
      default: [inline]
      }
    }
  }
}

extension Character {
  fileprivate var isClosingPunctuation: Bool { ".,;:!?)]’”".contains(self) }
}
