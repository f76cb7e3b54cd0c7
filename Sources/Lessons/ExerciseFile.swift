/// The student's file of one lesson, as it was at the beginning: made of the lesson's slots, so that
/// the starter on the page and the one in Exercises/ cannot part.
public struct ExerciseFile: Sendable, Equatable {
  /// `03-BPTT.swift`.
  public var name: String
  public var sections: [Section]
  public var header: String

  public struct Section: Sendable, Equatable {
    public var id: String
    public var title: String
    public var starter: String
  }

  /// - Parameters:
  ///   - titles: the exercises' titles by id.
  ///   - modules: what a student's file imports beside the lesson's framework, and who runs it.
  /// - Returns: `nil` when the lesson has no exercises.
  public init?(_ lesson: Lesson, titles: [String: String], modules: CourseModules) {
    guard let name = lesson.frontMatter.exercises else { return nil }
    self.name = name
    let imports = modules.importedByExercises + [lesson.frontMatter.framework].compactMap { $0 }
    header = """
      // \(lesson.number) \(lesson.title) – the exercises of \(lesson.file).
      // Work here, then: swift run \(modules.tool) run \(lesson.number)

      \(imports.map { "import \($0)\n" }.joined())
      """
    sections = lesson.exercises.map {
      Section(id: $0.id, title: titles[$0.id] ?? "", starter: $0.starter)
    }
  }

  /// The whole file.
  public var text: String {
    header + sections.map { "\n" + $0.text }.joined()
  }

  /// Whether the section of `id` in `text` is still the starter.
  public func isUntouched(_ id: String, in text: String) -> Bool {
    guard let section = sections.first(where: { $0.id == id }) else { return false }
    return text.contains(section.text)
  }

  /// `text` with the section of `id` as it was at the beginning.
  ///
  /// To a file that is older than the exercise the section is added, where it belongs.
  ///
  /// - Returns: `nil` when the section's MARK line is no longer there, and what it begins with is.
  public func resetting(_ id: String, in text: String) -> String? {
    guard let section = sections.first(where: { $0.id == id }) else { return nil }
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    guard let range = lineRange(of: id, in: lines) else { return adding(section, to: text) }
    let before = lines[..<range.lowerBound].map { $0 + "\n" }.joined()
    let after = lines[range.upperBound...].joined(separator: "\n")
    return before + section.text + (range.upperBound < lines.endIndex ? "\n" + after : "")
  }

  /// `text` with a section that it never had, ahead of the next one that it has.
  private func adding(_ section: Section, to text: String) -> String? {
    let declared = section.starter.matches(of: /\b(?:func|class|struct|enum) \w+/).map(\.0)
    let places = places(in: text)
    guard !places.isEmpty, !declared.contains(where: text.contains) else { return nil }
    let later = sections.drop { $0.id != section.id }.dropFirst()
    guard let next = later.lazy.compactMap({ places[$0.id]?.lowerBound }).first else {
      return text + (text.hasSuffix("\n") ? "\n" : "\n\n") + section.text
    }
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    return lines[..<(next - 1)].map { $0 + "\n" }.joined() + section.text + "\n"
      + lines[(next - 1)...].joined(separator: "\n")
  }

  /// The section of `id` in a student's text, its MARK line included.
  ///
  /// - Returns: `nil` when the section's MARK line is no longer there.
  public func section(_ id: String, in text: String) -> String? {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    return lineRange(of: id, in: lines).map { lines[$0].joined(separator: "\n") }
  }

  /// The line of a student's text where the work on `id` goes on, 1-based: the starter's `throw`, or the
  /// first function of the section; 1 when the section's MARK line is no longer there.
  public func line(of id: String, in text: String) -> Int {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    guard let range = lineRange(of: id, in: lines) else { return 1 }
    let place =
      lines[range].firstIndex { $0.contains("throw NotImplemented(\"\(id)\")") }
      ?? lines[range].firstIndex { line in
        let words = line.split(separator: " ")
        return words.contains("func") && words.first?.hasPrefix("//") == false
      }
    return (place ?? range.lowerBound) + 1
  }

  private func lineRange(of id: String, in lines: [Substring]) -> Range<Int>? {
    guard let start = lines.firstIndex(where: { $0.hasPrefix(Section.mark(id)) }) else {
      return nil
    }
    let others = sections.map(\.id).filter { $0 != id }.map(Section.mark)
    let end =
      lines[(start + 1)...].firstIndex { line in others.contains { line.hasPrefix($0) } }
      ?? lines.endIndex
    return start..<end
  }
}

extension ExerciseFile.Section {
  static func mark(_ id: String) -> String { "// MARK: - \(id) " }

  var text: String { "\(Self.mark(id))\(title)\n\n\(starter)\n" }
}
