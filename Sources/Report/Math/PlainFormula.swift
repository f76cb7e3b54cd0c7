/// A formula as a line of text, for places that hold no MathML: `h_t ∈ R^H`.
///
/// Commands become their signs; braces, fonts and spaces go. It is for eyes and for searching, not for
/// setting: what it does not know it leaves as it stands.
package func plainFormula(_ tex: String) -> String {
  var result = ""
  var rest = tex[...]
  while let first = rest.popFirst() {
    switch first {
    case "\\":
      let name = rest.prefix(while: \.isLetter)
      // A command of one sign, such as the comma of a thin space or the second stroke of a line's end.
      rest = rest.dropFirst(max(name.count, 1))
      if name == "begin" || name == "end" {
        rest = rest.drop { $0 != "}" }
      } else {
        result += name.isEmpty ? " " : sign(of: String(name))
      }
    case "{", "}": break
    case "&": result += " "
    default: result.append(first)
    }
  }
  return result.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

private func sign(of command: String) -> String {
  if let letter = letterCommands[command] ?? uprightCommands[command] { return letter }
  if let symbol = symbolCommands[command] { return " \(symbol.text) " }
  return functionCommands.contains(command) ? " \(command) " : ""
}
