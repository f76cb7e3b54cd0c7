/// A formula as TeX reads it: commands and single characters, without the spaces between.
///
/// `h_{t}` and `h_t` are the same tokens, and `h` is none of those of `\tanh`.
struct TeXTokens: Equatable {
  private(set) var tokens: [Substring] = []

  init(_ tex: String) {
    var rest = tex[...]
    while let first = rest.first {
      if first == "\\" {
        let name = rest.dropFirst().prefix(while: \.isLetter)
        tokens.append(rest.prefix(1 + max(name.count, 1)))
        rest = rest.dropFirst(1 + max(name.count, 1))
      } else {
        if !first.isWhitespace { tokens.append(rest.prefix(1)) }
        rest.removeFirst()
      }
    }
    dropNeedlessBraces()
  }

  /// `{t}` is `t`.
  private mutating func dropNeedlessBraces() {
    var index = 0
    while index + 2 < tokens.count {
      if tokens[index] == "{", tokens[index + 2] == "}" {
        tokens.remove(at: index + 2)
        tokens.remove(at: index)
      } else {
        index += 1
      }
    }
  }

  /// Whether `symbol` stands in the formula, and not only as the beginning of one with an index.
  func contains(_ symbol: TeXTokens) -> Bool {
    let count = symbol.tokens.count
    guard count > 0, count <= tokens.count else { return false }
    return (0...(tokens.count - count)).contains { start in
      guard tokens[start..<start + count].elementsEqual(symbol.tokens) else { return false }
      return start + count == tokens.count || tokens[start + count] != "_"
    }
  }
}
