/// A piece of HTML that is safe to send.
///
/// Plain strings become HTML only through `text` or an attribute of `tag`, and both escape, each for
/// its position. The one way around that is `init(raw:)`: a search for it finds every use.
package struct HTML: Sendable, Equatable {
  package private(set) var source: String

  package static let empty = HTML(raw: "")

  /// Takes markup as it is: for markup that the rooms of pages have made
  /// themselves.
  package init(raw source: String) { self.source = source }

  /// Escapes `string` for the place between two tags.
  package static func text(_ string: String) -> HTML {
    var result = ""
    for scalar in printable(string).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return HTML(raw: result)
  }

  package static func + (left: HTML, right: HTML) -> HTML { HTML(raw: left.source + right.source) }

  package static func += (left: inout HTML, right: HTML) { left.source += right.source }
}

/// Attributes in the order in which they are written; one whose value is `nil` is left out.
package typealias Attributes = KeyValuePairs<String, String?>

/// An element with content, in which strings are escaped.
///
/// ```swift
/// tag("p", ["class": "goal"]) { "1 < 2" }.source  // <p class="goal">1 &lt; 2</p>
/// ```
package func tag(
  _ name: StaticString, _ attributes: Attributes = [:], @HTMLBuilder content: () -> HTML
) -> HTML {
  let end = blockNames.contains("\(name)") ? "\n" : ""
  return HTML(raw: "<\(name)\(attributeText(attributes))>\(content().source)</\(name)>\(end)")
}

/// An element without content: `<br>` in HTML, `<path …/>` in SVG and MathML.
package func tag(_ name: StaticString, _ attributes: Attributes = [:]) -> HTML {
  let slash = voidNames.contains("\(name)") ? "" : "/"
  let end = blockNames.contains("\(name)") ? "\n" : ""
  return HTML(raw: "<\(name)\(attributeText(attributes))\(slash)>\(end)")
}

private func attributeText(_ attributes: Attributes) -> String {
  attributes.map { name, value in
    value.map { " \(name)=\"\(attributeEscaped($0))\"" } ?? ""
  }.joined()
}

private func attributeEscaped(_ string: String) -> String {
  var result = ""
  for scalar in printable(string).unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "'": result += "&#39;"
    case "\n", "\t": result += " "
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// HTML elements that have no end tag.
private let voidNames: Set<String> = ["br", "hr", "meta", "img", "input", "link"]

/// Elements after which a line break changes nothing on the page and helps who reads its source.
private let blockNames: Set<String> = [
  "article", "aside", "body", "details", "div", "dd", "dl", "dt", "figcaption", "figure", "footer",
  "g", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "li", "line", "main", "meta",
  "nav", "ol", "p", "path", "pre", "rect", "section", "style", "summary", "svg", "table", "tbody",
  "thead", "title", "tr", "ul", "blockquote", "circle", "desc", "defs", "br",
]
