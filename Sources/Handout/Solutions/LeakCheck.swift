public import Lessons

/// The proof that pages hold no solution.
///
/// What counts as a line of a solution: a line of a model answer's body, or two neighbouring lines of one,
/// without the white space around it and longer than ``trivialLength``; and not if it stands in a starter,
/// which everybody is given. It is searched for in all that a file says: text, attributes, and the strings
/// of a script.
public struct LeakCheck: Sendable {
  /// Shorter lines, `try optimizer.zeroGrad()` among them, say nothing that the lesson's prose must not.
  ///
  /// Two short neighbours are searched for together, so that a body of short lines does not get through.
  public static let trivialLength = 24

  /// A line of a solution, where it must not stand.
  public struct Leak: Sendable, Equatable, CustomStringConvertible {
    public var page: String
    public var line: String
    /// `Sources/Reference/LSTM.swift: lstmForward(…)`.
    public var source: String

    public var description: String {
      "\(page) shows '\(line.replacing("\n", with: "⏎"))' of \(source)"
    }
  }

  private let search: MultiSearch
  private let needles: [(line: String, source: String)]

  public init(_ answers: ModelAnswers, lessons: [Lesson]) {
    let given = lessons.flatMap(\.exercises).flatMap(\.starter.trimmedLines)
      .joined(separator: "\n")
    var seen: Set<String> = []
    var lines: [(line: String, source: String)] = []
    for declaration in answers.bodies {
      let body = declaration.body
      let pairs = zip(body, body.dropFirst()).map { "\($0)\n\($1)" }
      for line in body + pairs
      where line.count > Self.trivialLength && seen.insert(line).inserted {
        lines.append((line, "\(declaration.file): \(declaration.name)"))
      }
    }
    let isGiven = Set(MultiSearch(lines.map(\.line)).matches(in: given))
    needles = lines.indices.filter { !isGiven.contains($0) }.map { lines[$0] }
    search = MultiSearch(needles.map(\.line))
  }

  /// How many lines are searched for.
  public var lineCount: Int { needles.count }

  /// Every line of a solution in a site's files, each once per file.
  public func leaks(in files: [String: String]) -> [Leak] {
    files.keys.sorted().mapAtOnce { path -> [Leak] in
      let text = SpokenText(of: files[path] ?? "", isScript: path.hasSuffix(".js")).lines
      return search.matches(in: text).map {
        Leak(page: path, line: needles[$0].line, source: needles[$0].source)
      }
    }.flatMap(\.self)
  }
}
