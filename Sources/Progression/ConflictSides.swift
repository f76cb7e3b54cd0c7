/// A text in which git has left conflict markers, as the texts of both sides.
struct ConflictSides {
  typealias Line = (number: Int, text: Substring)

  /// All lines but those of the other side, with their numbers in the whole text.
  var ours: [Line] = []
  var theirs: [Line] = []
  /// Lines of the markers that begin a conflict.
  var conflicts: [Int] = []
  /// A marker that belongs to no conflict, or a conflict that does not end.
  var strayMarker: Int?

  private enum Part { case common, ours, base, theirs }

  init(_ text: String) {
    var part = Part.common
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let number = index + 1
      // The older text between ||||||| and ======= is known to both sides.
      switch (part, Self.marker(line)) {
      case (.common, "<"):
        part = .ours
        conflicts.append(number)
      case (.ours, "|"): part = .base
      case (.ours, "="), (.base, "="): part = .theirs
      case (.theirs, ">"): part = .common
      case (_, .some): strayMarker = strayMarker ?? number
      case (.common, nil):
        ours.append((number, line))
        theirs.append((number, line))
      case (.ours, nil): ours.append((number, line))
      case (.base, nil): break
      case (.theirs, nil): theirs.append((number, line))
      }
    }
    if part != .common { strayMarker = strayMarker ?? conflicts.last }
  }

  /// `<`, `|`, `=` or `>` when the line begins with seven of them.
  private static func marker(_ line: Substring) -> Character? {
    guard let first = line.first, "<|=>".contains(first),
      line.prefix(while: { $0 == first }).count == 7
    else { return nil }
    return first
  }
}
