public import Lessons

/// Looks at the hints of one exercise: a ladder of three steps, short, about the student's own names, and
/// without the answer.
public struct HintReview {
  public var slot: ExerciseSlot
  public var hints: [String]
  /// Lines of the model answer's body.
  public var answer: [String]

  /// Longer ones are read like a lesson, and skipped.
  public static let mostWords = 120
  /// A line of code that is shorter, such as `return hidden`, gives nothing away.
  static let trivialLength = 16

  public init(slot: ExerciseSlot, hints: [String], answer: [String]) {
    self.slot = slot
    self.hints = hints
    self.answer = answer
  }

  /// - Parameter file: of the lesson; the findings stand at the exercise's slot.
  public func findings(in file: String) -> [Finding] {
    messages.map { Finding(.hint, file: file, line: slot.line, "\(slot.id): \($0)") }
  }

  private var messages: [String] {
    guard hints.count == 3 else {
      return [
        "there are \(hints.count) hints; a ladder has three: where to look, which quantity, the formula"
      ]
    }
    var messages: [String] = []
    for (index, hint) in hints.enumerated() {
      let words = hint.split(whereSeparator: \.isWhitespace).count
      if words == 0 { messages.append("hint \(index + 1) is empty") }
      if words > Self.mostWords {
        messages.append(
          "hint \(index + 1) has \(words) words; more than \(Self.mostWords) are not read")
      }
      let plain = hint.filter { $0 != "`" }
      if let line = answer.first(where: { $0.count > Self.trivialLength && plain.contains($0) }) {
        messages.append("hint \(index + 1) gives a line of the model answer away: \(line)")
      }
    }
    if !namesSomething {
      messages.append(
        "no hint names anything of the starter; put one of its names in backticks, such as "
          + "`\(suggestion ?? names.sorted().first ?? "parameters")`")
    }
    return messages
  }

  /// The words of the starter that are names: of its code, and in its comments what stands in backticks.
  private var names: Set<String> {
    Set(
      (code + comments.flatMap(quoted)).filter {
        $0.count > 2 && $0.first?.isLowercase == true && !Self.keywords.contains($0)
      })
  }

  /// The name of the first function, which every reader of the exercise has met.
  private var suggestion: String? {
    zip(code, code.dropFirst()).first { $0.0 == "func" }?.1
  }

  /// The words before the comments.
  private var code: [String] {
    lines.flatMap { words($0[..<startOfComment(in: $0)]) }
  }

  private var comments: [Substring] {
    lines.map { $0[startOfComment(in: $0)...] }
  }

  private var lines: [Substring] { slot.starter.split(separator: "\n") }

  private func startOfComment(in line: Substring) -> Substring.Index {
    line.firstRange(of: "//")?.lowerBound ?? line.endIndex
  }

  /// The words between backticks.
  private func quoted(_ text: Substring) -> [String] {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .flatMap { $0.offset % 2 == 1 ? words($0.element) : [] }
  }

  private func words(_ text: Substring) -> [String] {
    text.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
  }

  private static let keywords: Set<String> = [
    "func", "let", "var", "throw", "throws", "try", "return", "inout", "for", "while", "guard",
    "else", "struct", "extension", "self", "mutating", "private", "init", "where", "async", "await",
  ]

  private var namesSomething: Bool {
    let names = names
    return hints.contains { quoted($0[...]).contains(where: names.contains) }
  }
}
