/// Reads what ``CourseProgress/text`` writes, and what people and git make of it.
///
/// A line at a time, so that one that cannot be read costs only itself; a general reader of TOML gives
/// all of a file or nothing.
struct ProgressReader {
  private(set) var progress = CourseProgress()
  private(set) var problems: [ProgressProblem] = []
  private let file: String

  /// - Parameter file: as messages name it.
  init(_ text: String, file: String) {
    self.file = file
    let sides = ConflictSides(text)
    progress = read(sides.ours)
    if let first = sides.conflicts.first {
      progress = progress.merged(with: read(sides.theirs))
      let rest = sides.conflicts.count > 1 ? " and \(sides.conflicts.count - 1) more" : ""
      tell(
        first,
        "git has left a merge conflict here\(rest); both sides count, and the next change to the file "
          + "writes them as one", isHarmless: true)
    }
    if let line = sides.strayMarker {
      tell(line, "this conflict marker has no counterpart; take the line out")
    }
    problems.sort { $0.line < $1.line }
  }

  private mutating func tell(_ line: Int, _ message: String, isHarmless: Bool = false) {
    let problem = ProgressProblem(
      file: file, line: line, message: message, isHarmless: isHarmless)
    if !problems.contains(problem) { problems.append(problem) }
  }

  private mutating func read(_ lines: [ConflictSides.Line]) -> CourseProgress {
    var result = CourseProgress()
    var head = SectionReader()
    var section: (id: String, reader: SectionReader)?
    // A section that occurs twice, as a union merge leaves it, is one.
    func close() {
      guard let (id, reader) = section else { return }
      result.exercises[id] = result[id].merged(with: reader.exercise)
    }
    for (number, text) in lines {
      let line = text.trimmed
      if line.isEmpty || line == CourseProgress.heading { continue }
      if line.unicodeScalars.contains(where: { $0 == "\u{FFFD}" || $0.value < 0x20 && $0 != "\t" })
      {
        tell(number, "this line holds bytes that are no text; take it out")
      } else if line.hasPrefix("[") {
        guard let id = Self.sectionName(line) else {
          tell(number, "'\(line)' is not a section; one looks like [\"03.1\"]")
          continue
        }
        close()
        section = (id, SectionReader())
      } else if let message = section == nil ? head.read(line) : section?.reader.read(line) {
        tell(number, message)
      }
    }
    close()
    if let lesson = head.lesson {
      result.current = .init(lesson: lesson, since: head.since ?? .unknown)
    }
    result.kept = head.kept
    return result
  }

  /// `["03.1"]  # a comment` → `03.1`.
  private static func sectionName(_ line: String) -> String? {
    let (value, _) = line.withoutComment
    guard value.hasSuffix("]") else { return nil }
    let name = value.dropFirst().dropLast().trimmed
    if let text = String(quotedInTOML: name) { return text }
    let isBare = name.allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0))
    }
    return isBare && !name.isEmpty ? name : nil
  }
}

/// The lines of one section, as they come.
private struct SectionReader {
  private(set) var exercise = ExerciseProgress()
  private(set) var lesson: String?
  private(set) var since: Moment?
  private(set) var kept = Kept()
  private var state: String?
  private var points = 0
  private var text = ""

  /// - Returns: what is wrong with the line.
  mutating func read(_ line: String) -> String? {
    if line.hasPrefix("#") {
      kept.comments.insert(line)
      exercise.kept.comments.insert(line)
      return nil
    }
    guard let equals = line.firstIndex(of: "=") else {
      return "'\(line)' is not understood; a line is a name, = and a value"
    }
    let name = line[..<equals].trimmed
    let raw = line[line.index(after: equals)...].trimmed
    guard !name.isEmpty, !raw.isEmpty else { return "'\(line)' lacks a name or a value" }
    guard let key = CourseProgress.Key(rawValue: name) else {
      kept.values[name] = raw
      exercise.kept.values[name] = raw
      return nil
    }
    let (value, comment) = raw.withoutComment
    if let comment {
      kept.comments.insert(comment)
      exercise.kept.comments.insert(comment)
    }
    return set(key, to: value)
  }

  private mutating func set(_ key: CourseProgress.Key, to value: String) -> String? {
    switch key {
    case .lesson, .state, .text:
      guard let string = String(quotedInTOML: value) else {
        return "\(key) should be a text in quotes, and is \(value)"
      }
      switch key {
      case .lesson: lesson = string
      case .state: state = string
      default: text = string
      }
    case .passed, .solution, .since:
      guard let moment = Moment(value) else {
        return "\(key) should be a time like 2026-03-01T10:15:30Z, and is \(value)"
      }
      switch key {
      case .passed: exercise.passed = min(exercise.passed ?? moment, moment)
      case .solution: exercise.solution = min(exercise.solution ?? moment, moment)
      default: since = max(since ?? moment, moment)
      }
    case .points, .hints, .attempts:
      guard let number = Int(value), number >= 0 else {
        return "\(key) should be a whole number, and is \(value)"
      }
      switch key {
      case .points: points = number
      case .hints: exercise.hints = max(exercise.hints, number)
      default: exercise.attempts = max(exercise.attempts, number)
      }
    }
    if let state {
      exercise.now = .init(since: since ?? .unknown, state: state, points: points, text: text)
    }
    return nil
  }
}

extension StringProtocol {
  fileprivate var trimmed: String {
    var rest = self[...].drop(while: \.isWhitespace)
    while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    return String(rest)
  }
}

extension String {
  /// A value and the comment behind it, if there is one.
  fileprivate var withoutComment: (value: String, comment: String?) {
    var quote: Character?
    var isEscaped = false
    for index in indices {
      let character = self[index]
      if isEscaped {
        isEscaped = false
      } else if let open = quote {
        if character == open { quote = nil }
        isEscaped = open == "\"" && character == "\\"
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "#" {
        return (self[..<index].trimmed, String(self[index...]))
      }
    }
    return (self, nil)
  }

  /// The text of a TOML string: `"…"` with escapes, or `'…'` without.
  fileprivate init?(quotedInTOML source: String) {
    guard source.count >= 2, let quote = source.first, quote == source.last,
      quote == "\"" || quote == "'"
    else { return nil }
    let inside = Array(source.unicodeScalars.dropFirst().dropLast())
    if quote == "'" {
      guard !inside.contains("'") else { return nil }
      self = String(source.dropFirst().dropLast())
      return
    }
    var result = UnicodeScalarView()
    var index = 0
    while index < inside.count {
      let scalar = inside[index]
      index += 1
      guard scalar == "\\" else {
        if scalar == "\"" { return nil }
        result.append(scalar)
        continue
      }
      guard index < inside.count else { return nil }
      let escape = inside[index]
      index += 1
      switch escape {
      case "\"", "\\": result.append(escape)
      case "n": result.append("\n")
      case "t": result.append("\t")
      case "r": result.append("\r")
      case "u":
        guard index + 4 <= inside.count,
          let value = UInt32(
            inside[index..<index + 4].map(Character.init).map(String.init).joined(), radix: 16),
          let decoded = Unicode.Scalar(value)
        else { return nil }
        result.append(decoded)
        index += 4
      default: return nil
      }
    }
    self = String(result)
  }
}
