/// Why a formula could not be read, and where.
public enum MathError: Error, Equatable, Sendable {
  /// `\sofmax`, and the nearest command that there is.
  case unknownCommand(String, at: Int, nearest: String?)
  case unknownEnvironment(String, at: Int, nearest: String?)
  /// A character that no formula has.
  case unknownCharacter(Character, at: Int)
  /// `\frac{1}`: the command has no second argument.
  case missingArgument(of: String, at: Int)
  /// `}` or `&` where none can stand.
  case unexpected(String, at: Int)
  /// `{` or `\left` or `\begin{…}` whose other half does not come.
  case unclosed(String, at: Int)
  /// `x_1_2`: braces must say which belongs to which.
  case doubleScript(String, at: Int)
  case nestedTooDeeply(at: Int, limit: Int)
  case tooLong(limit: Int)

  /// 0-based, in characters from the beginning of the formula.
  public var offset: Int {
    switch self {
    case .unknownCommand(_, let at, _), .unknownEnvironment(_, let at, _),
      .unknownCharacter(_, let at), .missingArgument(_, let at), .unexpected(_, let at),
      .unclosed(_, let at), .doubleScript(_, let at), .nestedTooDeeply(let at, _):
      at
    case .tooLong(let limit): limit
    }
  }
}

extension MathError: CustomStringConvertible {
  /// One sentence for the lesson's author; the place is ``offset``.
  public var description: String {
    switch self {
    case .unknownCommand(let name, _, let nearest):
      "unknown command \(name)" + Self.question(nearest)
    case .unknownEnvironment(let name, _, let nearest):
      "unknown environment \(name)" + Self.question(nearest)
    case .unknownCharacter(let character, _):
      "'\(character)' has no meaning in a formula; write words as \\text{…}"
    case .missingArgument(let command, _): "\(command) lacks an argument: {…}"
    case .unexpected(let token, _): "\(token) cannot stand here"
    case .unclosed(let opening, _): "\(opening) is never closed"
    case .doubleScript(let mark, _): "a second \(mark) for one symbol; put the inner one in braces"
    case .nestedTooDeeply(_, let limit): "braces and commands stand more than \(limit) deep here"
    case .tooLong(let limit): "the formula has more than \(limit) characters"
    }
  }

  private static func question(_ nearest: String?) -> String {
    nearest.map { "; did you mean \($0)?" } ?? "; see the commands in Sources/Report/Math"
  }
}
