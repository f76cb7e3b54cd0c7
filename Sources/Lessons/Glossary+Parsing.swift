import Yams

extension Glossary {
  static let keys = ["symbol", "code", "shape", "meaning", "lesson"]

  /// Reads a glossary: a YAML list of entries.
  ///
  /// - Parameters:
  ///   - bytes: the file's contents, UTF-8.
  ///   - file: the path to name in messages.
  /// - Throws: ``LessonErrors`` with every error found, in the order of their lines.
  public init(parsing bytes: [UInt8], file: String) throws(LessonErrors) {
    self.init(file: file)
    let source: LessonSource
    do {
      source = try LessonSource(bytes: bytes, file: file)
    } catch {
      // An empty glossary is one without entries, not a broken lesson.
      guard bytes.contains(where: { $0 > 0x20 }) else { return }
      throw LessonErrors([error])
    }
    let node: Node?
    do {
      node = try compose(yaml: source.lines.joined(separator: "\n") + "\n")
    } catch {
      let problem = YAMLProblem(error)
      throw LessonErrors([
        LessonError(
          file: file, line: problem.line,
          message: "not YAML: \(problem.words); a text with ': ' or ' #' in it needs quotes")
      ])
    }
    guard let node else { return }
    guard let items = node.sequence else {
      throw LessonErrors([
        LessonError(
          file: file, line: node.mark?.line ?? 1,
          message: "a glossary is a list of entries, each beginning with '- symbol: …'")
      ])
    }
    var reader = GlossaryReader(file: file)
    entries = items.compactMap { reader.entry($0) }
    if !reader.errors.isEmpty { throw LessonErrors(reader.errors.sorted { $0.line < $1.line }) }
  }
}

/// Reads entries and collects what is wrong with them.
private struct GlossaryReader {
  let file: String
  var errors: [LessonError] = []
  private var firstLines: [String: Int] = [:]

  init(file: String) { self.file = file }

  mutating func entry(_ node: Node) -> Glossary.Entry? {
    let line = node.mark?.line ?? 1
    guard let mapping = node.mapping else {
      fail(line, "an entry has the keys \(Glossary.keys.joined(separator: ", "))")
      return nil
    }
    var texts: [String: String] = [:]
    for (key, value) in mapping {
      let name = key.string ?? "?"
      let at = key.mark?.line ?? line
      guard Glossary.keys.contains(name) else {
        fail(at, unknown("key of a glossary entry", name, Glossary.keys))
        continue
      }
      // YAML reads 02 as a number; its text is kept as written.
      guard let text = value.scalar?.string, !text.isEmpty else {
        fail(at, "'\(name)' needs a text: \(name): …")
        continue
      }
      texts[name] = text
    }
    let missing = Glossary.keys.filter { $0 != "code" && texts[$0] == nil }
    guard missing.isEmpty, let symbol = texts["symbol"], let shape = texts["shape"],
      let meaning = texts["meaning"], let lesson = texts["lesson"]
    else {
      // What is there and wrong was reported as that.
      if !errors.contains(where: { $0.line >= line }) {
        fail(line, "the entry has no '\(missing.joined(separator: "' and no '"))'")
      }
      return nil
    }
    if let first = firstLines["\(lesson) \(symbol)"] {
      fail(line, "'\(symbol)' has two entries for lesson \(lesson); the first at line \(first)")
    }
    firstLines["\(lesson) \(symbol)"] = line
    return Glossary.Entry(
      symbol: symbol, code: texts["code"], shape: shape, meaning: meaning, lesson: lesson,
      line: line)
  }

  private mutating func fail(_ line: Int, _ message: String) {
    errors.append(LessonError(file: file, line: line, message: message))
  }
}
