// A missing try, and what cannot be changed: constants, parameters, loop variables, results of calls.

import Transcripts

extension ErrorHelp {
  static let throwing: [Rule] = [
    Rule("call can throw but is not marked with 'try'") { help, _ in
      "\(help.quoted(help.name, or: "This call")) may throw an error, and Swift wants to see that where it "
        + "is called: the word try belongs before it."
    },
    Rule(
      "errors thrown from here are not handled",
      "This may throw, and the function around it does not say that it throws; does its signature still "
        + "have the word throws, as in the contract?"),
  ]

  static let constants: [Rule] = [
    Rule("left side of mutating operator isn't mutable: '*' is a 'let' constant", unchangeable),
    Rule("cannot assign through subscript: '*' is a 'let' constant", unchangeable),
    Rule("cannot assign to property: '*' is a 'let' constant", unchangeable),
    Rule("cannot use mutating member on immutable value: '*' is a 'let' constant", unchangeable),
    Rule("cannot pass immutable value as inout argument: '*' is a 'let' constant", unchangeable),
    Rule("cannot assign to value: '*' is a 'let' constant", unchangeable),
    Rule("left side of mutating operator isn't mutable: '*' is a get-only property", made),
    Rule("cannot assign through subscript: '*' is a get-only property", made),
    Rule("cannot assign to property: '*' is a get-only property", made),
    Rule("cannot use mutating member on immutable value: '*' is a get-only property", made),
    Rule(
      "cannot assign through subscript: function call returns immutable value",
      "A function gives back a value of its own, and a change to that would be lost; which variable should "
        + "hold it, or what should be changed instead?"),
    Rule(
      "cannot use mutating member on immutable value: function call returns immutable value",
      "A function gives back a value of its own, and a change to that would be lost; which variable should "
        + "hold it, or what should be changed instead?"),
  ]

  @Sendable static func unchangeable(_ help: ErrorHelp, _ parts: [String]) -> String? {
    guard let name = parts.first else { return nil }
    switch help.source.origin(of: name, above: help.error.line) {
    case .let(let line):
      return
        "'\(name)' was made with let on line \(line), and what let makes never changes; what changes is "
        + "made with var."
    case .loop:
      return
        "'\(name)' belongs to the loop, which sets it anew each time; what you want to change needs a "
        + "var of its own."
    case .parameter, .var, nil:
      return
        "'\(name)' is a parameter, and parameters cannot be changed; work on a copy of it, made with "
        + "var."
    }
  }

  @Sendable static func made(_ help: ErrorHelp, _ parts: [String]) -> String? {
    "'\(parts.first ?? "")' is computed anew each time you ask for it, so a change to it would be lost; what "
      + "is it computed from?"
  }
}
