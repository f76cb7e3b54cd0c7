// Code as HTML.

/// Swift with its tokens marked; the colours are the stylesheet's.
package func swiftCode(_ source: String) -> HTML {
  codeBox(source) {
    SwiftLexer.tokens(of: source).map { token in
      switch token.kind {
      case .plain: HTML.text(String(token.text))
      default: tag("span", ["class": token.kind.className]) { String(token.text) }
      }
    }.joined()
  }
}

/// Code in a language of which nothing is known.
package func plainCode(_ source: String) -> HTML {
  codeBox(source) { source }
}

private func codeBox(_ source: String, @HTMLBuilder content: () -> HTML) -> HTML {
  let stop = ScrollStop("Code", lines: source)
  // On paper it may go over two pages: kept together, it would leave much of one empty.
  let isLong = source.count(where: \.isNewline) > 40
  return tag(
    "pre",
    [
      "class": isLong ? "code long" : "code", "tabindex": stop.tabIndex, "role": stop.role,
      "aria-label": stop.label,
    ]
  ) { tag("code", content: content) }
}

extension SwiftToken.Kind {
  fileprivate var className: String? {
    switch self {
    case .plain: nil
    case .keyword: "k"
    case .type: "t"
    case .string: "s"
    case .number: "n"
    case .comment: "c"
    case .attribute: "a"
    }
  }
}
