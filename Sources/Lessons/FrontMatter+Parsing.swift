import Yams

extension FrontMatter {
  /// Keys that front matter may have.
  static let keys = ["title", "goal", "exercises", "uses", "framework", "held", "language"]

  /// Reads the YAML between the first two `---` lines.
  ///
  /// - Returns: the front matter and the number of lines it takes, both fences included.
  static func parse(_ source: LessonSource, errors: inout [LessonError]) -> (FrontMatter, Int)? {
    func fail(_ line: Int, _ message: String) {
      errors.append(LessonError(file: source.file, line: line, message: message))
    }
    guard source.lines[0].trimmed == "---" else {
      fail(1, "front matter is missing; begin the file with the lines ---, title: …, ---")
      return nil
    }
    guard let end = source.lines.dropFirst().firstIndex(where: { $0.trimmed == "---" }) else {
      fail(1, "front matter is not closed; put a line --- below its last key")
      return nil
    }
    let yaml = source.lines[1..<end].joined(separator: "\n")
    // The longest real one has a few hundred bytes; deep nesting would cost the parser its stack.
    guard yaml.utf8.count <= 4096 else {
      fail(
        1, "front matter has \(yaml.utf8.count) bytes; at most 4096 are read. Is its --- missing?")
      return nil
    }
    let node: Node?
    do {
      node = try compose(yaml: yaml)
    } catch {
      let problem = YAMLProblem(error)
      fail(problem.line + 1, "front matter is not YAML: \(problem.words)")
      return nil
    }
    guard case .mapping(let mapping)? = node else {
      fail(2, "front matter has no keys; a title is needed: title: …")
      return nil
    }

    var result = FrontMatter(title: "")
    for (key, value) in mapping {
      let line = (key.mark?.line ?? 1) + 1
      let name = key.string ?? "?"
      switch name {
      case "title", "goal", "exercises", "framework", "language":
        guard let text = value.scalar?.string, !text.isEmpty else {
          fail(line, "'\(name)' needs a text: \(name): …")
          continue
        }
        switch name {
        case "title": result.title = text
        case "goal": result.goal = text
        case "exercises": result.exercises = text
        case "framework": result.framework = text
        default: result.language = text
        }
      case "uses":
        guard let items = value.sequence?.map({ $0.scalar?.string }), !items.contains(nil) else {
          fail(line, "'uses' needs a list of lesson numbers: uses: [01, 02]")
          continue
        }
        result.uses = items.compactMap(\.self)
      case "held":
        guard let entries = value.mapping else {
          fail(line, "'held' maps numbers to who answers for them: held: {0.25: Graves 2013}")
          continue
        }
        for (number, holder) in entries {
          let numberLine = (number.mark?.line ?? line - 1) + 1
          guard let digits = number.scalar?.string, digits.contains(where: \.isNumber),
            let words = holder.scalar?.string, !words.isEmpty
          else {
            fail(numberLine, "a held number needs who answers for it: 0.25: Graves 2013")
            continue
          }
          result.held[digits] = words
        }
      default:
        fail(line, unknown("front matter key", name, keys))
      }
    }
    if let file = result.exercises, file.contains("/") || !file.hasSuffix(".swift") {
      fail(
        2, "'exercises' names a Swift file in Exercises/, without a path: exercises: 03-BPTT.swift")
    }
    // A slip in the key was reported as that; twice would be once too often.
    if result.title.isEmpty, !errors.contains(where: { $0.message.contains("'title'") }) {
      fail(1, "front matter has no title; add title: …")
    }
    return (result, end + 1)
  }
}

/// "unknown option 'lable'; did you mean 'label'?".
func unknown(_ what: String, _ name: String, _ known: [String]) -> String {
  if let near = nearestName(to: name, in: known) {
    return "unknown \(what) '\(name)'; did you mean '\(near)'?"
  }
  return "unknown \(what) '\(name)'; known are \(known.joined(separator: ", "))"
}

extension StringProtocol {
  /// Without white space at either end.
  var trimmed: String {
    var slice = Substring(self)
    while slice.first?.isWhitespace == true { slice.removeFirst() }
    while slice.last?.isWhitespace == true { slice.removeLast() }
    return String(slice)
  }
}
