import Lessons
import Testing

@Suite("TangledProgram")
struct TangledProgramTests {
  @Test("cells stand in one scope, in order, each under the lesson's own lines")
  func tangling() throws {
    let lesson = try parse(soundLesson)
    #expect(
      lesson.tangled(lesson.cells, imports: ["Recurrent", "StudentRuntime"]).text == """
        import Recurrent
        import StudentRuntime
        beginCell("first")
        #sourceLocation(file: "lessons/03-sound.md", line: 26)
        print(try f())
        #sourceLocation()
        endCell("first")
        beginCell("cell-2")
        #sourceLocation(file: "lessons/03-sound.md", line: 38)
        let last = 1
        #sourceLocation()
        endCell("cell-2")
        endProgram()

        """)
  }
}

@Suite("ExerciseFile")
struct ExerciseFileTests {
  let file: ExerciseFile

  init() throws {
    let second = """

      ```swift
      //| exercise: 03.2
      func g() throws { throw NotImplemented("03.2") }
      ```
      """
    let lesson = try parse(soundLesson + second)
    file = try #require(
      ExerciseFile(
        lesson, titles: ["03.1": "One", "03.2": "Two"],
        modules: CourseModules(
          given: [], importedByExercises: ["Recurrent"], importedByCells: [], answers: [])))
  }

  @Test("the file is made of the slots, under a mark with id and title")
  func text() {
    #expect(
      file.text == """
        // 03 Sound – the exercises of lessons/03-sound.md.
        // Work here, then: swift run lesson run 03

        import Recurrent

        // MARK: - 03.1 One

        /// Does it.
        func f() throws -> Int {
          throw NotImplemented("03.1")
        }

        // MARK: - 03.2 Two

        func g() throws { throw NotImplemented("03.2") }

        """)
  }

  @Test("resetting one exercise leaves the others and what was written between them")
  func resetting() throws {
    let worked = file.text.replacing("throw NotImplemented(\"03.1\")", with: "return 1\n  // mine")
      .replacing("func g() throws { throw NotImplemented(\"03.2\") }", with: "func g() {}")
    let reset = try #require(file.resetting("03.1", in: worked))
    #expect(
      reset
        == file.text.replacing(
          "func g() throws { throw NotImplemented(\"03.2\") }", with: "func g() {}"))
    #expect(file.resetting("03.2", in: reset) == file.text)
    #expect(file.resetting("03.1", in: file.text) == file.text)
  }

  @Test("an exercise that is younger than the file is added where it belongs")
  func added() throws {
    let first = try #require(file.section("03.1", in: file.text))
    let second = try #require(file.section("03.2", in: file.text))
    let young = file.text.replacing(first + "\n", with: "")
    #expect(file.resetting("03.1", in: young) == file.text)
    let old = file.text.replacing("\n" + second, with: "")
    #expect(file.resetting("03.2", in: old) == file.text)
    let unmarked = file.text.replacing("// MARK: - 03.2 Two\n", with: "")
    #expect(file.resetting("03.2", in: unmarked) == nil, "g is there")
  }

  @Test("an exercise whose mark is gone cannot be reset alone")
  func lostMark() {
    #expect(file.resetting("03.1", in: "// all gone") == nil)
  }

  @Test("a section counts as untouched until a letter of it changes")
  func untouched() {
    #expect(file.isUntouched("03.1", in: file.text))
    let worked = file.text.replacing("throw NotImplemented(\"03.1\")", with: "return 1")
    #expect(!file.isUntouched("03.1", in: worked))
    #expect(file.isUntouched("03.2", in: worked))
  }
}

@Suite("NeedsGraph")
struct NeedsGraphTests {
  let graph = NeedsGraph([
    ExerciseSlot(id: "1", needs: [], starter: "", line: 1),
    ExerciseSlot(id: "2", needs: ["1"], starter: "", line: 1),
    ExerciseSlot(id: "3", needs: ["2", "1"], starter: "", line: 1),
  ])

  @Test("the closure holds everything an exercise builds on, prerequisites first, each once")
  func closure() {
    #expect(graph.closure(of: ["3", "2"]) == ["1", "2", "3"])
  }

  @Test("a graph without a way round has no cycle")
  func noCycle() {
    #expect(graph.cycle(through: "3") == nil)
  }
}

@Suite("nearestName")
struct NearestNameTests {
  @Test("a slip of the hand finds its name, anything further off finds none")
  func nearest() {
    #expect(nearestName(to: "lable", in: ["label", "needs"]) == "label")
    #expect(nearestName(to: "fig-cpa", in: ["fig-cap", "fig-alt"]) == "fig-cap")
    #expect(nearestName(to: "zzzz", in: ["label", "needs"]) == nil)
    #expect(nearestName(to: "", in: ["label"]) == nil)
  }
}
