// A value of one type where another is wanted.

extension ErrorHelp {
  static let types: [Rule] = [
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

  var lastName: String? {
    // `W.row`: the compiler points at the whole of it, and its last word is the function.
    let chain = rest.prefix { $0.isLetter || $0.isNumber || ".".contains($0) || $0 == "_" }
    return SourceText.words(String(chain)).last ?? name
  }

  static func mismatch(
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
}

extension StringProtocol {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
