/// Lets the content of an element be written as a list of pieces: strings, which are escaped, and
/// HTML, which is safe already.
@resultBuilder
enum HTMLBuilder {
  static func buildExpression(_ text: String) -> HTML { .text(text) }
  static func buildExpression(_ html: HTML) -> HTML { html }
  static func buildExpression(_ html: HTML?) -> HTML { html ?? .empty }
  static func buildExpression(_ pieces: [HTML]) -> HTML { pieces.joined() }
  static func buildBlock(_ pieces: HTML...) -> HTML { pieces.joined() }
  static func buildOptional(_ piece: HTML?) -> HTML { piece ?? .empty }
  static func buildEither(first: HTML) -> HTML { first }
  static func buildEither(second: HTML) -> HTML { second }
  static func buildArray(_ pieces: [HTML]) -> HTML { pieces.joined() }
}

extension Sequence where Element == HTML {
  func joined() -> HTML { HTML(raw: map(\.source).joined()) }

  func joined(separator: HTML) -> HTML {
    HTML(raw: map(\.source).joined(separator: separator.source))
  }
}
