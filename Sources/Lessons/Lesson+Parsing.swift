import CommonMark

extension Lesson {
  /// Reads a lesson.
  ///
  /// - Parameters:
  ///   - bytes: the file's contents; UTF-8, any line ends.
  ///   - file: the path to name in messages; its last component is `NN-slug.md`.
  ///   - knownExercises: the ids that the course has, to catch a slip in a slot or in `needs`.
  /// - Throws: ``LessonErrors`` with every error found, in the order of their lines.
  public init(
    parsing bytes: [UInt8], file: String, knownExercises: [String]
  ) throws(LessonErrors) {
    var errors: [LessonError] = []
    let source: LessonSource
    do { source = try LessonSource(bytes: bytes, file: file) } catch { throw LessonErrors([error]) }
    guard let name = LessonFileName(file) else {
      throw LessonErrors([
        LessonError(
          file: file, line: 1,
          message: "a lesson's file name is two digits, a dash and a slug: lessons/03-bptt.md")
      ])
    }
    guard let (frontMatter, headerLines) = FrontMatter.parse(source, errors: &errors) else {
      throw LessonErrors(errors)
    }

    // Blank lines in place of the header keep every block at its own line.
    let body =
      String(repeating: "\n", count: headerLines)
      + source.lines.dropFirst(headerLines).joined(separator: "\n") + "\n"
    let document: MarkdownDocument
    do {
      document = try MarkdownDocument(parsing: body)
    } catch .nestedTooDeeply(let line, let limit) {
      throw LessonErrors([
        LessonError(
          file: file, line: line,
          message:
            "lists and quotes stand more than \(limit) deep here; is this line meant as text?")
      ])
    } catch {
      throw LessonErrors([
        LessonError(file: file, line: 1, message: "there is not enough memory to read the file")
      ])
    }

    var reader = ElementReader(source: source, knownExercises: knownExercises, errors: errors)
    let elements = document.blocks.map { reader.element(for: $0) }
    self.init(
      number: name.number, slug: name.slug, file: file, frontMatter: frontMatter,
      elements: elements)
    reader.errors += needsErrors(knownExercises: knownExercises)
    if !reader.errors.isEmpty {
      throw LessonErrors(reader.errors.sorted { $0.line < $1.line })
    }
  }
}

/// `lessons/03-bptt.md` → 03, bptt.
public struct LessonFileName: Sendable, Equatable {
  public var number: String
  public var slug: String

  public init?(_ path: String) {
    guard let name = path.split(separator: "/").last, name.hasSuffix(".md") else { return nil }
    let stem = name.dropLast(3)
    let parts = stem.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 2, parts[0].allSatisfy({ ("0"..."9").contains($0) }),
      !parts[1].isEmpty
    else { return nil }
    number = String(parts[0])
    slug = String(parts[1])
  }
}
