import Foundation

/// One student's solution that the catalogue has never seen, with an expert's judgement of it.
///
/// A file of Swift whose first comment lines say what it is:
///
///     // exercise: 03.1
///     // is: wrong
///     // cause: The gradient of V is taken with the state after the step.
///     // named: (state|h_t).*(after|current)
struct HeldOutCase: Sendable {
  /// The file's name without its ending: `03.1-current-state-in-dV`.
  var name: String
  var exercise: String
  var isRight: Bool
  /// What is wrong, as an expert would say it; what is unusual about a right one, where it is said.
  var cause: String
  /// Regular expressions that the words of a right diagnosis hold, all of them, in any case of letters.
  var named: [String]
  /// What the student typed.
  var functions: String

  /// - Throws: ``HeldOutError`` with file and reason.
  init(name: String, text: String) throws {
    self.name = name
    var fields: [String: [String]] = [:]
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let header = lines.prefix { $0.hasPrefix("// ") }
    for line in header {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
      if !value.isEmpty { fields[String(line[..<colon].dropFirst(3)), default: []].append(value) }
    }
    guard let exercise = fields["exercise"]?.first, name.hasPrefix("\(exercise)-") else {
      throw HeldOutError("\(name).swift: its first line names the exercise, and so does the file")
    }
    guard let judgement = fields["is"]?.first, ["right", "wrong"].contains(judgement) else {
      throw HeldOutError("\(name).swift: a line '// is:' says right or wrong")
    }
    guard let cause = fields["cause"]?.first ?? (judgement == "right" ? "" : nil) else {
      throw HeldOutError("\(name).swift: a line '// cause:' says what is wrong")
    }
    self.exercise = exercise
    isRight = judgement == "right"
    self.cause = cause
    named = fields["named"] ?? []
    for pattern in named where (try? Regex(pattern)) == nil {
      throw HeldOutError("\(name).swift: '// named: \(pattern)' is no regular expression")
    }
    functions = lines.dropFirst(header.count).joined(separator: "\n")
  }

  /// Whether a diagnosis in these words names the true cause.
  func isNamed(by words: String) -> Bool {
    !named.isEmpty
      && named.allSatisfy { pattern in
        guard let expression = try? Regex(pattern).ignoresCase() else { return false }
        return words.contains(expression)
      }
  }

  /// The cases of a set, by name.
  static func all(in folder: String) throws -> [HeldOutCase] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    return try names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
      try HeldOutCase(
        name: String(name.dropLast(".swift".count)),
        text: String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8))
    }
  }
}

/// Why a case or a record cannot be read.
struct HeldOutError: Error, Equatable, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}
