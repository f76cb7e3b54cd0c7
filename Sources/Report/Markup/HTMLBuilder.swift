/// Lets the content of an element be written as a list of pieces: strings, which are escaped, and
/// HTML, which is safe already.
@resultBuilder
package enum HTMLBuilder {
  package static func buildExpression(_ text: String) -> HTML { .text(text) }
  package static func buildExpression(_ html: HTML) -> HTML { html }
  package static func buildExpression(_ html: HTML?) -> HTML { html ?? .empty }
  package static func buildExpression(_ pieces: [HTML]) -> HTML { pieces.joined() }
  package static func buildBlock(_ pieces: HTML...) -> HTML { pieces.joined() }
  package static func buildOptional(_ piece: HTML?) -> HTML { piece ?? .empty }
  package static func buildEither(first: HTML) -> HTML { first }
  package static func buildEither(second: HTML) -> HTML { second }
  package static func buildArray(_ pieces: [HTML]) -> HTML { pieces.joined() }
}

extension Sequence where Element == HTML {
  package func joined() -> HTML { HTML(raw: map(\.source).joined()) }

  package func joined(separator: HTML) -> HTML {
    HTML(raw: map(\.source).joined(separator: separator.source))
  }
}
