// Names that are not there, and those that are meant.

import Lessons
import Transcripts

extension ErrorHelp {
  static let names: [Rule] = [
    Rule("cannot find operator '++'") { help, _ in help.oneMore("++", "+= 1") },
    Rule("cannot find operator '--'") { help, _ in help.oneMore("--", "-= 1") },
    Rule("no operator '**' is defined") { _, _ in
      "Swift has no sign for powers; multiply a number with itself, or see pow."
    },
    Rule("cannot find type '*' in scope") { help, parts in
      help.line.contains("func ") && parts[0].first?.isLowercase == true
        ? "A parameter has a name, a colon and a type; '\(parts[0])' stands where the type should."
        : help.unknown(parts[0])
    },
    Rule("cannot find '*' in scope") { help, parts in help.unknown(parts[0]) },
    Rule("value of type '*' has no member '*'") { help, parts in
      help.noMember(parts[1], of: parts[0])
    },
    Rule("'*' is inaccessible due to") { help, parts in help.noMember(parts[0], of: nil) },
    Rule("invalid redeclaration of '*'") { help, parts in
      let line = help.notes.first?.line
      return "There is a '\(parts[0])' already" + (line.map { ", from line \($0)" } ?? "")
        + "; should this be another name, or a new value for that one?"
    },
    Rule("unnamed parameters must be written with the empty name '_'") { help, _ in
      "A parameter has a name, a colon and a type; here one of them is missing."
    },
    Rule("variable '*' passed by reference before being initialized", valueless),
    Rule("variable '*' used before being initialized", valueless),
    Rule("constant '*' used before being initialized", valueless),
    Rule("no such module '*'") { _, parts in
      "Your file can import what stands at its top in the starter; '\(parts[0])' is not for it."
    },
  ]

  @Sendable static func valueless(_ help: ErrorHelp, _ parts: [String]) -> String? {
    let line = help.notes.first { $0.message.contains("defined here") }?.line
    return
      "'\(parts[0])' has no value yet when this line is reached; with which value does it begin"
      + (line.map { ", on line \($0)?" } ?? "?")
  }

  func oneMore(_ sign: String, _ swift: String) -> String {
    "Swift has no \(sign); one step is \(swift)" + (name.map { ", here for '\($0)'." } ?? ".")
  }

  func unknown(_ name: String) -> String {
    if let word = Foreign.names[name] {
      return word.prefix(1).uppercased() + word.dropFirst() + "."
    }
    // Made further up in this function, inside braces that are closed by now.
    if case .let(let line)? = source.origin(of: name, above: error.line - 1) {
      return inner(name, line)
    }
    if case .var(let line)? = source.origin(of: name, above: error.line - 1) {
      return inner(name, line)
    }
    let names = source.names(around: error.line).subtracting([name, ownFunction ?? name])
    // Of one or two letters any other name is near.
    if name.count > 2,
      let near = nearestName(to: name, in: names) ?? nearestName(to: name, in: given)
    {
      return "Nothing here is called '\(name)'; did you mean '\(near)'?"
    }
    return
      "Nothing here is called '\(name)'; where should it come from: a parameter, a line above, or a "
      + "function of the course?"
  }

  /// The function that the error stands in, which seldom means itself.
  var ownFunction: String? {
    source.function(around: error.line).flatMap { lines in
      SourceText.words(source.code[lines.lowerBound - 1]).drop { $0 != "func" }.dropFirst().first
    }
  }

  func inner(_ name: String, _ line: Int) -> String {
    "'\(name)' was made on line \(line) inside braces that are closed here, and lives no longer than they do; "
      + "what is needed behind them is made before them."
  }

  func noMember(_ name: String, of type: String?) -> String? {
    if let word = Foreign.members[name] {
      return word.prefix(1).uppercased() + word.dropFirst() + "."
    }
    let whose = type.map { "A \($0)" } ?? "This"
    return nearestName(to: name, in: given.filter { $0 != name }).map {
      "\(whose) has nothing called '\(name)'; did you mean '\($0)'?"
    }
  }
}
