import Testing

@testable import Lessons

@Suite("ExerciseFile, section by section")
struct ExerciseFileSectionsTests {
  let file: ExerciseFile
  let text = """
    import Recurrent

    func helper() {}

    // MARK: - 01.1 One

    func one() { helper() }

    // MARK: - my own mark

    // MARK: - 01.2 Two

    func two() { one() }
    """

  init() throws {
    let lesson = try Lesson(
      parsing: Array(
        """
        ---
        title: T
        exercises: 01-T.swift
        ---

        ```swift
        //| exercise: 01.1
        func one() throws { throw NotImplemented("01.1") }
        ```

        ```swift
        //| exercise: 01.2
        func two() throws { throw NotImplemented("01.2") }
        ```
        """.utf8), file: "lessons/01-t.md", knownExercises: ["01.1", "01.2"])
    file = try #require(
      ExerciseFile(
        lesson, titles: ["01.1": "One", "01.2": "Two"],
        modules: CourseModules(
          given: [], importedByExercises: ["Recurrent"], importedByCells: [], answers: [])))
  }

  @Test("a section goes from its MARK line to the next exercise's, other marks included")
  func places() {
    #expect(file.places(in: text) == ["01.1": 5..<11, "01.2": 11..<14])
    #expect(file.places(in: "// MARK: - 01.2 Two") == ["01.2": 1..<2])
  }

  @Test("what stays keeps its line numbers, and what is outside of sections stays")
  func replacing() {
    let changed = file.replacing(["01.1"], in: text, at: "Exercises/01-T.swift") { _ in "" }
    #expect(
      changed == """
        #sourceLocation(file: "Exercises/01-T.swift", line: 1)
        import Recurrent

        func helper() {}

        #sourceLocation(file: "Exercises/01-T.swift", line: 11)
        // MARK: - 01.2 Two

        func two() { one() }
        """)
  }

  @Test("the last section can give way, and another text can take the place")
  func last() {
    let changed = file.replacing(["01.2"], in: text, at: "f.swift") { $0.starter + "\n" }
    #expect(
      changed?.hasSuffix(
        "// MARK: - my own mark\n\nfunc two() throws { throw NotImplemented(\"01.2\") }\n") == true)
  }

  @Test("what stands in for a section that is missing comes last")
  func missing() {
    let bare = text.split(separator: "\n").filter { !$0.hasPrefix("// MARK: - 01.1") }
      .joined(separator: "\n")
    let result = file.replacing(["01.1"], in: bare, at: "f.swift") { "// instead of \($0.id)\n" }
    #expect(
      result == "#sourceLocation(file: \"f.swift\", line: 1)\n" + bare + "\n// instead of 01.1\n")
  }

  @Test("a section of a file without any MARK line cannot give way")
  func unmarked() {
    let bare = text.split(separator: "\n").filter { !$0.hasPrefix("// MARK: - ") }
      .joined(separator: "\n")
    #expect(file.replacing(["01.1"], in: bare, at: "f.swift") { _ in "" } == nil)
  }
}
