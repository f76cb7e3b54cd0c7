// What may be nil.

import Transcripts

extension ErrorHelp {
  static let optionals: [Rule] = [
    Rule("value of optional type '*must be unwrapped to refer to member '*' of") { help, parts in
      "\(help.quoted(help.name, or: "This")) may be nil, and nil has no \(parts[1]); what should happen then? "
        + "guard let, if let and ?? each give an answer."
    },
    Rule("value of optional type '*must be unwrapped to a value of") { help, _ in
      "\(help.quoted(help.optionalName, or: "This value")) may be nil, because what made it may find nothing; "
        + "what should happen then? guard let, if let and ?? each give an answer."
    },
    Rule("'nil' is incompatible with return type '*'") { _, parts in
      "The function promises \(article(parts[0])), and nil is none; what does the contract say for this case?"
    },
    Rule("'nil' cannot be *", "Only an optional can be nil; what is the value in this case?"),
  ]

  static func article(_ type: String) -> String {
    "\("AEIO".contains(type.first ?? "x") ? "an" : "a") \(type)"
  }

  /// The compiler points at an operand or at its operator.
  var optionalName: String? {
    if let name { return name }
    return notes.lazy.compactMap { note in
      SourceText.words(self.source.line(note.line) ?? "").drop { !["let", "var"].contains($0) }
        .dropFirst().first
    }.first
  }
}
