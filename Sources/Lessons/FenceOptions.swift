import Yams

/// The `//| key: value` lines at the top of a fence, each with its line in the lesson.
struct FenceOptions {
  struct Entry {
    var key: String
    var value: Node
    var line: Int
  }

  var entries: [Entry] = []
  /// The code below the options, and the lesson's line on which it begins.
  var code: String
  var codeLine: Int

  /// - Parameter firstLine: the lesson's line of the fence's first line of content.
  init(fence text: String, firstLine: Int, file: String, errors: inout [LessonError]) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    var count = 0
    while count < lines.count, lines[count].trimmed.hasPrefix("//|") {
      let at = firstLine + count
      var option = Self.option(lines[count])
      count += 1
      // A list may stand below its key, an item on a line.
      while count < lines.count, Self.isItem(lines[count]) {
        option += "\n  " + Self.option(lines[count])
        count += 1
      }
      guard let node = try? compose(yaml: String(option.prefix(4000))), let mapping = node.mapping,
        mapping.count == 1, let (key, value) = mapping.first.map({ ($0.key, $0.value) }),
        let name = key.string
      else {
        errors.append(
          LessonError(
            file: file, line: at,
            message: "'\(option.prefix(40))' is not an option; write //| key: value"))
        continue
      }
      if let first = entries.first(where: { $0.key == name }) {
        errors.append(
          LessonError(
            file: file, line: at,
            message: "option '\(name)' appears twice; first at line \(first.line)"))
        continue
      }
      entries.append(Entry(key: name, value: value, line: at))
    }
    code = lines.dropFirst(count).joined(separator: "\n")
    codeLine = firstLine + count
  }

  private static func option(_ line: Substring) -> String {
    String(line.trimmed.dropFirst(3)).trimmed
  }

  private static func isItem(_ line: Substring) -> Bool {
    line.trimmed.hasPrefix("//|") && option(line).hasPrefix("- ")
  }

  func contains(_ key: String) -> Bool { entries.contains { $0.key == key } }
}

extension FenceOptions.Entry {
  /// A text, or an error that shows how one is written.
  func text(_ file: String, _ errors: inout [LessonError]) -> String? {
    guard let text = value.scalar?.string, !text.isEmpty else {
      errors.append(
        LessonError(file: file, line: line, message: "'\(key)' needs a text: //| \(key): …"))
      return nil
    }
    return text
  }

  /// A text or a list of texts, or an error that shows how they are written.
  func texts(_ file: String, _ errors: inout [LessonError]) -> [String]? {
    guard let items = value.sequence else { return text(file, &errors).map { [$0] } }
    let texts = items.compactMap { $0.scalar?.string }.filter { !$0.isEmpty }
    if texts.count == items.count, !texts.isEmpty { return texts }
    errors.append(
      LessonError(
        file: file, line: line,
        message: "'\(key)' is a text or a list of texts: //| \(key): [\"…\", \"…\"]"))
    return nil
  }

  func flag(_ file: String, _ errors: inout [LessonError]) -> Bool? {
    switch value.scalar?.string {
    case "true": return true
    case "false": return false
    default:
      errors.append(
        LessonError(
          file: file, line: line,
          message: "'\(key)' is true or false: //| \(key): false"))
      return nil
    }
  }

  /// A list of exercise ids.
  ///
  /// YAML reads 03.1 as a number, but its text is kept as written.
  func list(_ file: String, _ errors: inout [LessonError]) -> [String]? {
    if let items = value.sequence?.map({ $0.scalar?.string ?? "" }), !items.contains("") {
      return items
    }
    if let item = value.scalar?.string, !item.isEmpty { return [item] }
    errors.append(
      LessonError(
        file: file, line: line, message: "'\(key)' needs a list: //| \(key): [03.1, 03.2]"))
    return nil
  }
}
