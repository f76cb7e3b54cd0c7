// Labels and arguments of calls.

import Transcripts

extension ErrorHelp {
  static let calls: [Rule] = [
    Rule("incorrect argument label in call (have '*', expected '*')") { help, parts in
      let (have, want) = (labels(parts[0]), labels(parts[1]))
      let wrong = zip(have, want).first { $0 != $1 }
      return wrong.map {
        "The call says \(label($0.0)) where \(help.quoted(help.name, or: "the function")) wants "
          + "\(label($0.1))."
      }
    },
    Rule("incorrect argument labels in call (have '*', expected '*')") { help, parts in
      "\(help.quoted(help.name, or: "The function")) wants its arguments as (\(parts[1])), and the call has "
        + "(\(parts[0])); the names before the colons belong to the call."
    },
    Rule("missing argument label '*' in call") { help, parts in
      "\(help.quoted(help.called, or: "The function")) names its arguments: \(parts[0]) belongs before this one."
    },
    Rule("missing argument labels '*' in call") { help, parts in
      "\(help.quoted(help.called, or: "The function")) names its arguments, in this order: "
        + labels(parts[0]).map { label($0) }.joined(separator: ", ") + "."
    },
    Rule("extraneous argument label '*' in call") { help, parts in
      "\(help.quoted(help.name, or: "The function")) takes this argument without a name; \(parts[0]) is one "
        + "word too many."
    },
    Rule("missing argument for parameter #2 in subscript") { _, _ in
      "A Matrix is read with two indices in one pair of brackets, row and column; for a whole row there is "
        + "row(_:)."
    },
    Rule("missing argument for parameter '*' in call") { help, parts in
      "\(help.quoted(help.callee, or: "The function")) wants one thing more: '\(parts[0])'."
    },
    Rule("extra argument in subscript", "A Vector has one index, the place from 0 on."),
    Rule("extra argument '*' in call") { help, parts in
      "\(help.quoted(help.name, or: "The function")) does not take '\(parts[0])'; which of its arguments did "
        + "you mean?"
    },
    Rule("extra argument in call") { help, _ in
      "\(help.quoted(help.callee, or: "The function")) takes fewer arguments; the contract or its "
        + "documentation lists them."
    },
    Rule("cannot call value of non-function type '*'") { help, _ in
      "\(help.quoted(help.name, or: "This")) is a value and no function; the parentheses behind it are too many."
    },
    Rule("passing value of type '*' to an inout parameter requires explicit '&'") { help, _ in
      "The function changes \(help.quoted(help.name, or: "this argument")), and the call has to show that: an "
        + "& belongs before it."
    },
  ]

  static func labels(_ text: String) -> [String] {
    text.split(separator: ":").map(String.init)
  }

  static func label(_ name: String) -> String {
    name == "_" ? "no name" : "'\(name):'"
  }

  /// What is called where a label is missing: that is told at the call's parenthesis, or at its only
  /// argument.
  var called: String? {
    let bytes = Array(line.utf8)
    let isAtParenthesis =
      bytes.indices.contains(error.column - 1) && bytes[error.column - 1] == UInt8(ascii: "(")
    return isAtParenthesis ? name : callee
  }

  /// The name before the parenthesis that is open at the error's place.
  var callee: String? {
    if let declared = notes.first(where: { $0.message.hasSuffix("declared here") }),
      let name = MessagePattern("'*'").parts(of: declared.message)?.first
    {
      return String(name.prefix { $0 != "(" })
    }
    let bytes = Array(line.utf8.prefix(max(0, error.column - 1)))
    var depth = 0
    for index in bytes.indices.reversed() {
      if bytes[index] == UInt8(ascii: ")") { depth += 1 }
      if bytes[index] == UInt8(ascii: "(") {
        if depth == 0 { return source.name(line: error.line, column: index + 1) }
        depth -= 1
      }
    }
    return name
  }
}
