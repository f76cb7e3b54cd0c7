import Yams

/// Where YAML could not be read, and what Yams says of it.
struct YAMLProblem {
  /// 1-based, within the text that was read.
  var line: Int
  var words: String

  init(_ error: any Error) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      line = mark.line
      words = problem
    case .duplicatedKeysInMapping(let keys, _):
      line = 1
      words = "the key '\(keys.first ?? "")' appears twice"
    default:
      line = 1
      words = "it cannot be read"
    }
  }
}
