/// Where the braces of a file stop matching, by what people mean with them: a closing brace stands as far
/// from the margin as the line that it belongs to, and a function begins at the margin.
///
/// The compiler notices a missing brace at the end of the file; who wrote it looks in the middle.
struct BraceCheck {
  enum Finding: Equatable {
    /// The block that begins on `line` is not closed.
    case unclosed(line: Int)
    /// The brace on `line` closes more than it looks like.
    case closesTooMuch(line: Int)
    /// The signature on `line` has no `{`.
    case unopened(line: Int)

    var line: Int {
      switch self {
      case .unclosed(let line), .closesTooMuch(let line), .unopened(let line): line
      }
    }
  }

  private(set) var finding: Finding?
  private let source: SourceText
  /// The lines on which the open blocks begin, the innermost last.
  private var open: [Int] = []
  /// The line of a signature at the margin whose block has not begun.
  private var signature: Int?

  init(_ source: SourceText) {
    self.source = source
    for number in source.code.indices.map({ $0 + 1 }) {
      read(number)
      if finding != nil { return }
    }
    finding = open.last.map { .unclosed(line: $0) }
  }

  private mutating func read(_ number: Int) {
    let text = source.code[number - 1]
    let words = SourceText.words(text)
    let declares = Self.declarations.contains { words.contains($0) }
    if indentation(number) == 0, declares {
      if let last = open.last {
        finding = .unclosed(line: last)
        return
      }
      signature = number
    }
    var isFirst = true
    for character in text where !character.isWhitespace {
      defer { isFirst = false }
      if character == "{" {
        if open.isEmpty, let head = signature {
          if number != head, words.first.map(Self.statements.contains) == true {
            finding = .unopened(line: head)
            return
          }
          signature = nil
        }
        open.append(number)
      } else if character == "}" {
        guard let begin = open.popLast() else {
          finding = signature.map { .unopened(line: $0) } ?? .closesTooMuch(line: number)
          return
        }
        guard isFirst, begin != number else { continue }
        if indentation(number) < indentation(begin) {
          finding = .unclosed(line: begin)
          return
        }
        if indentation(number) > indentation(begin) {
          finding = .closesTooMuch(line: number)
          return
        }
      }
    }
  }

  /// Blanks before the line's first character; of a line that ends a long signature, those of its
  /// first.
  private func indentation(_ number: Int) -> Int {
    let text = source.code[number - 1]
    return text.prefix(while: \.isWhitespace).count
  }

  private static let declarations = ["func", "struct", "class", "enum", "extension"]
  private static let statements: Set<String> = [
    "for", "if", "while", "guard", "let", "var", "return", "do", "switch", "repeat",
  ]
}
