import Lessons
import Transcripts

/// One sentence for who meets an error of the compiler for the first time, with the student's own names.
///
/// A pure function of the message, the notes that follow it, and the file it is about. It says what the
/// compiler means and where to look; it writes nobody's line of code.
struct ErrorHelp {
  let error: Diagnostic
  /// The notes that the compiler put behind it.
  let notes: [Diagnostic]
  let source: SourceText
  /// Names that the course gives, for slips of the hand.
  let given: [String]

  /// - Returns: `nil` where the message says it well enough, or is not known.
  var sentence: String? {
    for rule in Self.rules {
      if let parts = rule.pattern.parts(of: error.message), let text = rule.text(self, parts) {
        return text
      }
    }
    return nil
  }

  private struct Rule: Sendable {
    let pattern: MessagePattern
    let text: @Sendable (ErrorHelp, [String]) -> String?

    init(
      _ pattern: MessagePattern, _ text: @escaping @Sendable (ErrorHelp, [String]) -> String?
    ) {
      self.pattern = pattern
      self.text = text
    }

    init(_ pattern: MessagePattern, _ text: String) {
      self.init(pattern) { _, _ in text }
    }
  }

  private static let rules: [Rule] =
    throwing + constants + numbers + optionals + calls + names + types + results + statements

  // MARK: - What the place says

  /// The name at the error's place.
  private var name: String? { source.name(line: error.line, column: error.column) }

  /// A name in quotes, or other words where there is none.
  private func quoted(_ name: String?, or words: String) -> String {
    name.map { "'\($0)'" } ?? words
  }

  /// The code from the error's place on.
  private var rest: String {
    let line = source.code.indices.contains(error.line - 1) ? source.code[error.line - 1] : ""
    return String(decoding: line.utf8.dropFirst(max(0, error.column - 1)), as: UTF8.self)
  }

  private var line: String {
    source.code.indices.contains(error.line - 1) ? source.code[error.line - 1] : ""
  }

  // MARK: - try, and what cannot be changed

  private static let throwing: [Rule] = [
    Rule("call can throw but is not marked with 'try'") { help, _ in
      "\(help.quoted(help.name, or: "This call")) may throw an error, and Swift wants to see that where it "
        + "is called: the word try belongs before it."
    },
    Rule(
      "errors thrown from here are not handled",
      "This may throw, and the function around it does not say that it throws; does its signature still "
        + "have the word throws, as in the contract?"),
  ]

  private static let constants: [Rule] = [
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

  @Sendable private static func unchangeable(_ help: ErrorHelp, _ parts: [String]) -> String? {
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

  @Sendable private static func made(_ help: ErrorHelp, _ parts: [String]) -> String? {
    "'\(parts.first ?? "")' is computed anew each time you ask for it, so a change to it would be lost; what "
      + "is it computed from?"
  }

  // MARK: - Int and Double

  private static let numbers: [Rule] = [
    Rule("cannot convert return expression of type 'Int' to return type 'Double'") { help, _ in
      "This is an Int and the function promises a Double; Swift mixes the two nowhere, and "
        + "\(help.quotedOperand) becomes one with Double(…)."
    },
    Rule("cannot convert value of type 'Int' to expected argument type 'Double'", doubleWanted),
    Rule("cannot convert value of type 'Int' to specified type 'Double'", doubleWanted),
    Rule("cannot convert value of type 'Double' to expected argument type 'Int'") { help, _ in
      let isIndex =
        help.line.utf8.dropFirst(max(0, help.error.column - 2)).first == UInt8(ascii: "[")
      return isIndex
        ? "An index is an Int, and \(help.quoted(help.name, or: "this")) is a Double; can it be counted in "
          + "whole numbers from the beginning?"
        : "\(help.quoted(help.name, or: "This")) is a Double, and an Int is wanted; can it be counted in whole "
          + "numbers from the beginning?"
    },
    Rule("cannot convert value of type 'Double' to specified type 'Int'", fraction),
    Rule("cannot convert return expression of type 'Double' to return type 'Int'", fraction),
    Rule("binary operator '*' cannot be applied to operands of type 'Int' and 'Double'", mixed),
    Rule("binary operator '*' cannot be applied to operands of type 'Double' and 'Int'", mixed),
    Rule("cannot convert value of type 'Int' to expected argument type 'String'") { help, _ in
      "A text and a number do not add up; \(help.quoted(help.name, or: "the number")) can stand inside the "
        + "quotes, as \\(…)."
    },
  ]

  @Sendable private static func doubleWanted(_ help: ErrorHelp, _: [String]) -> String? {
    "\(help.quoted(help.name, or: "This")) is an Int where a Double is wanted; Double(…) makes one of it."
  }

  @Sendable private static func fraction(_ help: ErrorHelp, _: [String]) -> String? {
    "A Double has a fraction and an Int has none; Int(…) cuts it off – is rounding down what you want here?"
  }

  @Sendable private static func mixed(_ help: ErrorHelp, _ parts: [String]) -> String? {
    "Swift does not mix Int and Double, not even for \(parts.first ?? "this"); \(help.quotedOperand) becomes "
      + "a Double with Double(…)."
  }

  /// The operand that is a whole number, if one can be told: something with `.count`, or a name that is
  /// declared `: Int`.
  private var quotedOperand: String {
    let words = SourceText.words(line)
    if line.contains(".count") {
      let name = words.firstIndex(of: "count").flatMap { $0 > 0 ? words[$0 - 1] : nil }
      return "'\(name.map { $0 + "." } ?? "")count'"
    }
    let integers = words.filter { word in
      source.code.contains { $0.contains("\(word): Int") && !$0.contains("\(word): Int]") }
    }
    return integers.last.map { "'\($0)'" } ?? quoted(name == "return" ? nil : name, or: "the Int")
  }

  // MARK: - Optionals

  private static let optionals: [Rule] = [
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

  private static func article(_ type: String) -> String {
    "\("AEIO".contains(type.first ?? "x") ? "an" : "a") \(type)"
  }

  /// The compiler points at an operand or at its operator.
  private var optionalName: String? {
    if let name { return name }
    return notes.lazy.compactMap { note in
      SourceText.words(self.source.line(note.line) ?? "").drop { !["let", "var"].contains($0) }
        .dropFirst().first
    }.first
  }

  // MARK: - Calls

  private static let calls: [Rule] = [
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
      "\(help.quoted(help.name, or: "The function")) names its arguments: \(parts[0]) belongs before this one."
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

  private static func labels(_ text: String) -> [String] {
    text.split(separator: ":").map(String.init)
  }

  private static func label(_ name: String) -> String {
    name == "_" ? "no name" : "'\(name):'"
  }

  /// The name before the parenthesis that is open at the error's place.
  private var callee: String? {
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

  // MARK: - Names

  private static let names: [Rule] = [
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

  @Sendable private static func valueless(_ help: ErrorHelp, _ parts: [String]) -> String? {
    let line = help.notes.first { $0.message.contains("defined here") }?.line
    return
      "'\(parts[0])' has no value yet when this line is reached; with which value does it begin"
      + (line.map { ", on line \($0)?" } ?? "?")
  }

  private func oneMore(_ sign: String, _ swift: String) -> String {
    "Swift has no \(sign); one step is \(swift)" + (name.map { ", here for '\($0)'." } ?? ".")
  }

  private func unknown(_ name: String) -> String {
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
  private var ownFunction: String? {
    source.function(around: error.line).flatMap { lines in
      SourceText.words(source.code[lines.lowerBound - 1]).drop { $0 != "func" }.dropFirst().first
    }
  }

  private func inner(_ name: String, _ line: Int) -> String {
    "'\(name)' was made on line \(line) inside braces that are closed here, and lives no longer than they do; "
      + "what is needed behind them is made before them."
  }

  private func noMember(_ name: String, of type: String?) -> String? {
    if let word = Foreign.members[name] {
      return word.prefix(1).uppercased() + word.dropFirst() + "."
    }
    let whose = type.map { "A \($0)" } ?? "This"
    return nearestName(to: name, in: given.filter { $0 != name }).map {
      "\(whose) has nothing called '\(name)'; did you mean '\($0)'?"
    }
  }

  // MARK: - Types

  private static let types: [Rule] = [
    Rule("cannot convert return expression of type '*' to return type '*'") { _, parts in
      mismatch(parts[0], parts[1], "the function promises")
    },
    Rule("cannot convert value of type '*' to specified type '*'") { help, parts in
      mismatch(parts[0], parts[1], "the line wants", help.lastName)
    },
    Rule("cannot convert value of type '*' to expected argument type '*'") { help, parts in
      mismatch(parts[0], parts[1], "the call wants", help.name)
    },
    Rule("cannot assign value of type '*' to type '*'") { _, parts in
      mismatch(parts[0], parts[1], "the variable holds")
    },
    Rule("binary operator '*' cannot be applied to operands of type '*' and '*'") { _, parts in
      "There is no \(parts[0]) between \(article(parts[1])) and \(article(parts[2]))"
        + " as they are; write the shapes of both down: which of them should be another?"
    },
    Rule("binary operator '*' cannot be applied to two '*' operands") { _, parts in
      "There is no \(parts[0]) of two \(parts[1]) values; which operation is meant?"
    },
    Rule("type '*' cannot be used as a boolean") { help, _ in
      "A condition is true or false, and \(help.quoted(help.name, or: "this")) is neither; with what should it "
        + "be compared?"
    },
    Rule(
      "for-in loop requires 'Int' to conform to 'Sequence'",
      "A loop runs over a sequence, and a number is none; the numbers below n are 0..<n."),
    Rule(
      "the compiler is unable to type-check this expression in reasonable time",
      "This expression is too long for the compiler; cut it into two or three steps, each with a let and a "
        + "type of its own."),
    Rule("value of type '*' has no subscripts") { _, parts in
      "\(article(parts[0]).capitalizedFirst) has no parts to be read with brackets."
    },
  ]

  private var lastName: String? {
    // `W.row`: the compiler points at the whole of it, and its last word is the function.
    let chain = rest.prefix { $0.isLetter || $0.isNumber || ".".contains($0) || $0 == "_" }
    return SourceText.words(String(chain)).last ?? name
  }

  private static func mismatch(
    _ have: String, _ want: String, _ who: String, _ name: String? = nil
  ) -> String? {
    if have.contains(" -> "), !want.contains(" -> ") {
      return
        "\(name.map { "'\($0)'" } ?? "This") is a function, and not called here; its arguments belong "
        + "behind it in parentheses."
    }
    switch (have, want) {
    case ("[Double]", "Vector"), ("Array<Double>", "Vector"):
      return "An array of Double is no Vector yet; Vector(…) makes one of it."
    case ("Vector", "Matrix"):
      return
        "This is a Vector, and \(who) a Matrix; which operation on two vectors gives rows and columns?"
    case ("Matrix", "Vector"):
      return
        "This is a Matrix, and \(who) a Vector; a row, a column, or a product with another Vector?"
    default:
      return
        "This is \(article(have)), and \(who) \(article(want)); which step is missing between "
        + "them?"
    }
  }

  // MARK: - What a function gives back

  private static let results: [Rule] = [
    Rule("missing return in * expected to return '*'") { _, parts in
      "The function promises \(article(parts[1])), and one way through it ends without a return; what is the "
        + "result where it comes to this brace?"
    },
    Rule(
      "unexpected non-void return value in void function",
      "The signature does not say that the function gives anything back; its arrow -> and the type are "
        + "missing."),
  ]

  // MARK: - How statements are written

  private static let statements: [Rule] = [
    Rule(
      "use of '=' in a boolean context",
      "One = gives a new value, two of them compare: this condition wants ==."),
    Rule(
      "C-style for statement was removed in Swift 3",
      "Swift counts with a range: for, a name, in, and the numbers as 0..<n."),
    Rule("expected '{' after 'if' condition") { help, _ in
      let word = SourceText.words(help.rest).first ?? ""
      if let foreign = Foreign.names[word] {
        return foreign.prefix(1).uppercased() + foreign.dropFirst() + "."
      }
      if help.line.contains(" else "), help.line.contains("return "), !help.line.contains("{") {
        return choice
      }
      return "What an if does stands in braces { }, also when it is one line."
    },
    Rule(
      "expected '{' after '*' condition",
      "What the loop does stands in braces { }, also when it is one line."),
    Rule("consecutive statements on a line must be separated by ';'") { help, _ in
      let words = SourceText.words(help.rest)
      if words.first == "if", words.contains("else") { return choice }
      return "Two statements stand on this line; the second one wants a line of its own."
    },
    Rule("single-quoted string literal found", "Swift writes a text in double quotes."),
    Rule("expected ')' in expression list", parenthesis),
    Rule("expected ',' separator", "A comma or a closing parenthesis is missing before this."),
    Rule("expected expression in list of expressions", parenthesis),
    Rule(
      "unterminated string literal", "The quotes that begin this text are not closed on its line."),
  ]

  private static let choice =
    "To choose between two values Swift writes: condition ? one : other."

  @Sendable private static func parenthesis(_: ErrorHelp, _: [String]) -> String? {
    "This parenthesis is not closed where it should be; count those that open and those that close."
  }
}

extension StringProtocol {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
