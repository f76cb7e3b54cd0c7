// Results that are missing, and statements written as in other languages.

extension ErrorHelp {
  // MARK: - What a function gives back

  static let results: [Rule] = [
    Rule("missing return in * expected to return '*'") { _, parts in
      "The function promises \(article(parts[1])), and one way through it ends without a return; what is the "
        + "result where it comes to this brace?"
    },
    Rule(
      "unexpected non-void return value in void function",
      "The signature does not say that the function gives anything back; its arrow -> and the type are "
        + "missing."),
  ]

  // MARK: - How statements are written

  static let statements: [Rule] = [
    Rule(
      "use of '=' in a boolean context",
      "One = gives a new value, two of them compare: this condition wants ==."),
    Rule(
      "C-style for statement was removed in Swift 3",
      "Swift counts with a range: for, a name, in, and the numbers as 0..<n."),
    Rule("expected '{' after 'if' condition") { help, _ in
      let word = SourceText.words(help.rest).first ?? ""
      if let foreign = Foreign.names[word] {
        return foreign.prefix(1).uppercased() + foreign.dropFirst() + "."
      }
      if help.line.contains(" else "), help.line.contains("return "), !help.line.contains("{") {
        return choice
      }
      return "What an if does stands in braces { }, also when it is one line."
    },
    Rule(
      "expected '{' after '*' condition",
      "What the loop does stands in braces { }, also when it is one line."),
    Rule("consecutive statements on a line must be separated by ';'") { help, _ in
      let words = SourceText.words(help.rest)
      if words.first == "if", words.contains("else") { return choice }
      return "Two statements stand on this line; the second one wants a line of its own."
    },
    Rule("single-quoted string literal found", "Swift writes a text in double quotes."),
    Rule("expected ')' in expression list", parenthesis),
    Rule("expected ',' separator", "A comma or a closing parenthesis is missing before this."),
    Rule("expected expression in list of expressions", parenthesis),
    Rule(
      "unterminated string literal", "The quotes that begin this text are not closed on its line."),
  ]

  static let choice =
    "To choose between two values Swift writes: condition ? one : other."

  @Sendable static func parenthesis(_: ErrorHelp, _: [String]) -> String? {
    "This parenthesis is not closed where it should be; count those that open and those that close."
  }
}
