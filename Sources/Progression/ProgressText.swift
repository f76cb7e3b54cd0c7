// How progress is written: TOML, one section for each exercise in the order of their ids and one line
// for each fact, so that two copies merge line by line and a person can read them.
//
//     lesson = "03"
//     since = 2026-03-01T10:15:30Z
//
//     ["03.1"]
//     passed = 2026-03-01T10:15:30Z
//     state = "passed"
//     …

extension CourseProgress {
  static let heading = "# How far you are in this course, kept by lesson."

  /// The file's whole text: the same value gives the same bytes.
  public var text: String {
    var text = Self.heading + "\n" + kept.comments.sorted().map { $0 + "\n" }.joined()
    if let current {
      text += Key.lesson.line(quoted(current.lesson))
      text += Key.since.line(current.since)
    }
    text += kept.lines
    for (id, exercise) in exercises.sorted(by: { $0.key < $1.key }) {
      text += "\n[\(quoted(id))]\n" + exercise.lines
    }
    return text
  }

  /// The keys that we write; all others are kept as they are.
  enum Key: String {
    case lesson, since, passed, state, points, text, attempts, hints, solution

    func line(_ value: some CustomStringConvertible) -> String { "\(rawValue) = \(value)\n" }
  }
}

extension ExerciseProgress {
  fileprivate var lines: String {
    typealias Key = CourseProgress.Key
    var lines = kept.comments.sorted().map { $0 + "\n" }.joined()
    if let passed { lines += Key.passed.line(passed) }
    if let now {
      lines += Key.state.line(quoted(now.state))
      lines += Key.points.line(now.points)
      lines += Key.since.line(now.since)
      lines += Key.text.line(quoted(now.text))
    }
    if attempts > 0 { lines += Key.attempts.line(attempts) }
    if hints > 0 { lines += Key.hints.line(hints) }
    if let solution { lines += Key.solution.line(solution) }
    return lines + kept.lines
  }
}

extension Kept {
  fileprivate var lines: String {
    values.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)\n" }.joined()
  }
}

/// A TOML string.
private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case _ where scalar.value < 0x20 || scalar.value == 0x7F:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
