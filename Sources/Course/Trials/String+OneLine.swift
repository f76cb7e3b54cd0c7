extension String {
  /// What a student's program said, as it can stand in a table: one line, no more than a sentence, and
  /// nothing that a terminal would take for an order.
  var onOneLine: String {
    let plain = unicodeScalars.map { scalar -> Character in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
        .unassigned:
        " "
      default: Character(scalar)
      }
    }
    let line = String(plain).split(separator: " ").joined(separator: " ")
    return line.count <= 120 ? line : line.prefix(119) + "…"
  }
}
