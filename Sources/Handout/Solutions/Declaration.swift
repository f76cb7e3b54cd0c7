/// A top-level function or type of a Swift file.
public struct Declaration: Sendable, Equatable {
  /// As people write it: `lstmStep(_:hidden:cell:parameters:)`.
  public var name: String
  /// Doc comment, signature and body, as a student's file would hold them: without `public`.
  public var text: String
  /// The lines between the braces, trimmed, those that are empty left out.
  public var body: [String]
  public var file: String
  /// The line of its signature in ``file``, 1-based.
  public var line: Int

  let signature: Signature
  /// The words of its code that may name something.
  let mentions: Set<String>

  /// - Parameters:
  ///   - text: the declaration's lines as they are.
  ///   - code: the same lines with strings and comments as blanks.
  init(signature: Signature, text: String, code: String, file: String, line: Int) {
    self.signature = signature
    self.file = file
    self.line = line
    name = signature.description
    self.text = Self.withoutAccess(text, code: code)
    body = Self.body(of: text, code: code)
    mentions = Set(
      code.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
        .filter { $0 != signature.name })
  }

  /// Takes the word `public` away wherever it is code.
  private static func withoutAccess(_ text: String, code: String) -> String {
    var result = ""
    let characters = Array(text)
    let masked = Array(code)
    let word = Array("public ")
    var index = 0
    while index < characters.count {
      let isWord =
        masked[index...].starts(with: word) && (index == 0 || masked[index - 1].isWhitespace)
      if isWord {
        index += word.count
      } else {
        result.append(characters[index])
        index += 1
      }
    }
    return result
  }

  private static func body(of text: String, code: String) -> [String] {
    let characters = Array(text)
    let masked = Array(code)
    var depth = 0
    // A brace inside the parentheses of the signature is a default value's.
    let opening = masked.firstIndex { character in
      switch character {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      case "{": return depth == 0
      default: break
      }
      return false
    }
    guard let opening, let closing = masked.lastIndex(of: "}"), opening < closing else {
      return []
    }
    return String(characters[(opening + 1)..<closing]).trimmedLines
  }
}

extension String {
  /// The lines without white space at their ends; empty ones are left out.
  var trimmedLines: [String] {
    split(whereSeparator: \.isNewline).map { line in
      var line = line.drop(while: \.isWhitespace)
      while line.last?.isWhitespace == true { line.removeLast() }
      return String(line)
    }.filter { !$0.isEmpty }
  }
}
