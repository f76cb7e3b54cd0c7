/// A student's file, looked at as words and braces: enough to say where a name comes from, and too little
/// to be mistaken for the compiler.
struct SourceText {
  /// As they are, without line ends.
  let lines: [Substring]
  /// The same lines with a blank for each character of a comment or a string.
  let code: [String]

  init(_ text: String) {
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    code = Self.masked(text)
  }

  /// - Parameter number: 1-based.
  func line(_ number: Int) -> String? {
    lines.indices.contains(number - 1) ? String(lines[number - 1]) : nil
  }

  /// The name that stands at a place, or ends just before it.
  ///
  /// - Parameter column: 1-based, in UTF-8 bytes.
  func name(line: Int, column: Int) -> String? {
    guard let bytes = self.line(line).map({ Array($0.utf8) }), column >= 1 else { return nil }
    var start = min(column - 1, bytes.count)
    while start > 0, Self.isNamePart(bytes[start - 1]) { start -= 1 }
    var end = start
    while end < bytes.count, Self.isNamePart(bytes[end]) { end += 1 }
    let name = String(decoding: bytes[start..<end], as: UTF8.self)
    return name.first.map { $0.isLetter || $0 == "_" || $0 == "$" } == true ? name : nil
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    let scalar = Unicode.Scalar(byte)
    return byte >= 0x80 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
      || scalar.properties.isAlphabetic || (0x30...0x39).contains(byte)
  }

  // MARK: - Functions

  /// The lines, 1-based, from the `func` above a line to the line before the next one at the same depth.
  func function(around line: Int) -> ClosedRange<Int>? {
    let starts = code.indices.filter { Self.words(code[$0]).contains("func") }
    guard let start = starts.last(where: { $0 < line }) else { return nil }
    let next = starts.first { $0 > start && $0 >= line } ?? code.count
    return (start + 1)...max(start + 1, next)
  }

  /// Where a name comes from, looking upwards from a line.
  enum Origin: Equatable {
    case parameter, loop
    case `let`(line: Int)
    case `var`(line: Int)
  }

  func origin(of name: String, above line: Int) -> Origin? {
    guard let function = function(around: line) else { return nil }
    for number in stride(from: min(line, code.count), through: function.lowerBound, by: -1) {
      let words = Self.words(code[number - 1])
      for (word, next) in zip(words, words.dropFirst()) where next == name {
        switch word {
        case "let": return .let(line: number)
        case "var": return .var(line: number)
        case "for": return .loop
        default: break
        }
      }
    }
    let head =
      code[(function.lowerBound - 1)...]
      .prefix(while: { !$0.contains("{") }).joined(separator: " ")
      + " " + (code[(function.lowerBound - 1)...].first { $0.contains("{") } ?? "")
    return head.contains("\(name):") ? .parameter : nil
  }

  /// Names that are made in a function or given to it, and those of the file's functions and types.
  func names(around line: Int) -> Set<String> {
    var names: Set<String> = []
    for text in code {
      let words = Self.words(text)
      for (word, next) in zip(words, words.dropFirst())
      where ["func", "struct", "class", "enum"].contains(word) {
        names.insert(next)
      }
    }
    guard let function = function(around: line) else { return names }
    for number in function where number <= code.count {
      let words = Self.words(code[number - 1])
      for (word, next) in zip(words, words.dropFirst()) where ["let", "var", "for"].contains(word) {
        names.insert(next)
      }
      // `_ hidden: Vector` – a name before a colon.
      for part in code[number - 1].split(separator: ":").dropLast() {
        if let name = Self.words(String(part)).last { names.insert(name) }
      }
    }
    return names.filter { $0.first?.isLetter == true }
  }

  static func words(_ text: String) -> [String] {
    text.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
  }

  // MARK: - Strings and comments

  private static func masked(_ text: String) -> [String] {
    enum State { case code, line, block(Int), string, long }
    var state = State.code
    var result = ""
    let characters = Array(text)
    var index = 0
    func has(_ token: String) -> Bool {
      characters[index...].starts(with: Array(token))
    }
    while index < characters.count {
      let character = characters[index]
      var length = 1
      var isCode = false
      switch state {
      case .code:
        if has("//") {
          state = .line
        } else if has("/*") {
          (state, length) = (.block(1), 2)
        } else if has("\"\"\"") {
          (state, length) = (.long, 3)
        } else if character == "\"" {
          state = .string
        } else {
          isCode = true
        }
      case .line: if character.isNewline { state = .code }
      case .block(let depth):
        if has("/*") {
          (state, length) = (.block(depth + 1), 2)
        } else if has("*/") {
          (state, length) = (depth == 1 ? .code : .block(depth - 1), 2)
        }
      case .string:
        if character == "\\" {
          length = 2
        } else if character == "\"" || character.isNewline {
          state = .code
        }
      case .long:
        if has("\"\"\"") { (state, length) = (.code, 3) }
      }
      for character in characters[index..<min(index + length, characters.count)] {
        result.append(character.isNewline ? "\n" : isCode ? character : " ")
      }
      index += length
    }
    return result.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
  }
}
