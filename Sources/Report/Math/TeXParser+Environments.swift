import Lessons

// What has a beginning and an end: delimiters that grow, tables, cases.

extension TeXParser {
  mutating func fenced(at: Int) throws(MathError) -> MathNode {
    let left = try delimiter(of: "\\left")
    var nodes = try row()
    while scanner.peek().token == .command("middle") {
      _ = scanner.next()
      nodes.append(.sized(try delimiter(of: "\\middle"), 0, .relation))
      nodes += try row()
    }
    let (end, endAt) = scanner.next()
    if end == .end { throw .unclosed("\\left", at: at) }
    guard end == .command("right") else { throw .unexpected(end.spelling, at: endAt) }
    return .fenced(left, nodes, try delimiter(of: "\\right"))
  }

  /// - Returns: the delimiter's sign; empty for `.`.
  mutating func delimiter(of command: String) throws(MathError) -> String {
    let (token, at) = scanner.next()
    switch token {
    case .character("."): return ""
    case .character("<"): return "⟨"
    case .character(">"): return "⟩"
    case .character(let character) where "()[]|/".contains(character): return String(character)
    case .command(let name):
      switch symbolCommands[name]?.role {
      case .opening, .closing, .bar: return symbolCommands[name]?.text ?? ""
      default: break
      }
    default: break
    }
    throw .missingArgument(of: command, at: at)
  }

  mutating func environment(at: Int) throws(MathError) -> MathNode {
    guard let name = scanner.rawGroup() else { throw .missingArgument(of: "\\begin", at: at) }
    guard let environment = environments[name] else {
      let nearest = nearestName(to: name, in: environments.keys.sorted())
      throw .unknownEnvironment(String(name.prefix(40)), at: at, nearest: nearest)
    }
    if name == "array" { _ = scanner.rawGroup() }
    let rows = try rows(of: name, at: at)
    guard !environment.left.isEmpty || !environment.right.isEmpty else {
      return .table(rows, environment.style)
    }
    return .fenced(environment.left, [.table(rows, environment.style)], environment.right)
  }

  private mutating func rows(of name: String, at: Int) throws(MathError) -> [[MathNode]] {
    var rows: [[MathNode]] = [[]]
    while true {
      rows[rows.count - 1].append(.row(try row()))
      let (token, tokenAt) = scanner.next()
      switch token {
      case .ampersand: break
      case .command("\\"):
        _ = scanner.rawOption()
        rows.append([])
      case .command("end"):
        guard scanner.rawGroup() == name else {
          throw .unexpected("\\end of something other than \(name)", at: tokenAt)
        }
        // A \\ behind the last row opens none.
        if rows.count > 1, rows[rows.count - 1] == [.row([])] { rows.removeLast() }
        return rows
      case .end: throw .unclosed("\\begin{\(name)}", at: at)
      default: throw .unexpected(token.spelling, at: tokenAt)
      }
    }
  }
}

private struct Environment {
  var style: MathNode.TableStyle
  var left = ""
  var right = ""
}

private let environments: [String: Environment] = [
  "aligned": Environment(style: .aligned), "align": Environment(style: .aligned),
  "align*": Environment(style: .aligned), "split": Environment(style: .aligned),
  "cases": Environment(style: .cases, left: "{"),
  "matrix": Environment(style: .matrix), "array": Environment(style: .matrix),
  "gathered": Environment(style: .matrix), "smallmatrix": Environment(style: .matrix),
  "pmatrix": Environment(style: .matrix, left: "(", right: ")"),
  "bmatrix": Environment(style: .matrix, left: "[", right: "]"),
  "Bmatrix": Environment(style: .matrix, left: "{", right: "}"),
  "vmatrix": Environment(style: .matrix, left: "|", right: "|"),
  "Vmatrix": Environment(style: .matrix, left: "‖", right: "‖"),
]
