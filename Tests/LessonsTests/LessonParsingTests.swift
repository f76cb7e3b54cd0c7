import Lessons
import Testing

/// A lesson as it should be; tests change one thing in it.
let soundLesson = """
  ---
  title: Sound
  goal: You can test.
  exercises: 03-Sound.swift
  uses: ["01", "02"]
  ---

  ## Begin

  Words and $`x`$.

  ```swift
  //| exercise: 03.1
  //| needs: [02.1]
  /// Does it.
  func f() throws -> Int {
    throw NotImplemented("03.1")
  }
  ```

  ```swift
  //| label: first
  //| needs: [03.1]
  //| echo: false
  //| fig-cap: "A: curve"
  print(try f())
  ```

  > ```swift
  > let quoted = "is not a cell"
  > ```

  ```text
  not a cell
  ```

  ```swift
  let last = 1
  ```

  """

let ids = ["01.1", "02.1", "03.1", "03.2", "03.3"]

func parse(_ text: String, file: String = "lessons/03-sound.md") throws(LessonErrors) -> Lesson {
  try Lesson(parsing: Array(text.utf8), file: file, knownExercises: ids)
}

/// The errors' lines and messages, one per line.
func errors(in text: String, file: String = "lessons/03-sound.md") -> String {
  do {
    _ = try parse(text, file: file)
    return ""
  } catch {
    return error.description
  }
}

@Suite("Lesson")
struct LessonParsingTests {
  @Test("captions are a text, a list, or a list below their key; the lines are counted")
  func captions() throws {
    func cell(_ option: String) throws -> Cell {
      let fence = "```swift\n\(option)\n//| label: x\nlet a = 1\n```\n"
      return try parse("---\ntitle: T\n---\n\n" + fence).cells[0]
    }
    #expect(try cell("//| fig-cap: \"One: first\"").options.figureCaptions == ["One: first"])
    #expect(try cell("//| fig-cap: [\"One\", \"Two\"]").options.figureCaptions == ["One", "Two"])
    let below = try cell("//| fig-cap:\n//|   - \"One: first\"\n//|   - \"Two\"")
    #expect(below.options.figureCaptions == ["One: first", "Two"])
    #expect(below.label == "x" && below.code == "let a = 1" && below.line == 10)
    #expect(throws: LessonErrors.self) { try cell("//| fig-cap: [\"One\", \"\"]") }
    #expect(throws: LessonErrors.self) { try cell("//| fig-cap:\n//|   - [1]") }
  }

  @Test("a sound lesson is read whole")
  func sound() throws {
    let lesson = try parse(soundLesson)
    #expect(lesson.number == "03")
    #expect(lesson.slug == "sound")
    #expect(lesson.frontMatter.uses == ["01", "02"])
    #expect(lesson.frontMatter.exercises == "03-Sound.swift")
    #expect(lesson.cells.map(\.label) == ["first", "cell-2"])
    #expect(lesson.cells[0].options.needs == ["03.1"])
    #expect(lesson.cells[0].options.echo == false)
    #expect(lesson.cells[0].options.figureCaptions == ["A: curve"])
    #expect(lesson.cells[0].code == "print(try f())")
    #expect(lesson.cells[0].line == 26)
    #expect(lesson.exercises.map(\.id) == ["03.1"])
    #expect(lesson.exercises[0].needs == ["02.1"])
    #expect(lesson.exercises[0].line == 15)
    #expect(lesson.exercises[0].starter.hasPrefix("/// Does it.\nfunc f()"))
  }

  @Test("a fence inside a quote is not a cell")
  func quotedFence() throws {
    #expect(try parse(soundLesson).cells.contains { $0.code.contains("quoted") } == false)
  }

  @Test("CR LF line ends and a byte-order mark read as if they were not there")
  func windowsFile() throws {
    let windows = "\u{FEFF}" + soundLesson.replacing("\n", with: "\r\n")
    #expect(try parse(windows) == parse(soundLesson))
  }

  @Test(
    "what is wrong is said with its line and the nearest right thing",
    arguments: [
      (
        "---\ntitle: Sound", "## Sound", "1: front matter is missing; begin the file with the lines"
      ),
      ("---\n\n## Begin", "\n## Begin", "1: front matter is not closed"),
      (
        "title: Sound", "titel: Sound", "2: unknown front matter key 'titel'; did you mean 'title'?"
      ),
      ("title: Sound", "title: [", "front matter is not YAML"),
      ("label: first", "lable: first", "22: unknown option 'lable'; did you mean 'label'?"),
      ("echo: false", "echo: no", "24: 'echo' is true or false: //| echo: false"),
      ("echo: false", "echo false", "24: 'echo false' is not an option; write //| key: value"),
      ("label: first", "label: two words", "22: the label 'two words' may have letters"),
      (
        "needs: [03.1]", "needs: [03.l]", "23: needs: unknown exercise '03.l'; did you mean '03.1'?"
      ),
      ("exercise: 03.1", "exercise: 3.1", "13: unknown exercise '3.1'; did you mean '03.1'?"),
      ("let last = 1\n```", "let last = 1", "37: the fence ```swift is never closed"),
      ("needs: [02.1]", "needs: [03.1]", "15: 03.1 needs 03.1: a cycle that nobody can begin"),
      (
        "throw NotImplemented(\"03.1\")", "return 1",
        "15: the starter of 03.1 does not throw NotImplemented(\"03.1\")"
      ),
      (
        "let last = 1", "//| label: first\nlet last = 1",
        "38: label 'first' appears twice; first at line 22"
      ),
      (
        "```swift\nlet last", "```swift {.numberLines}\nlet last",
        "37: a cell's fence is ```swift alone"
      ),
      ("exercises: 03-Sound.swift", "exercises: ../03.swift", "'exercises' names a Swift file"),
    ])
  func wrong(right: String, wrong: String, message: String) throws {
    try #require(soundLesson.contains(right))
    let text = soundLesson.replacing(right, with: wrong)
    let errors = errors(in: text)
    #expect(errors.contains("lessons/03-sound.md:"))
    #expect(errors.contains(message), "\(errors)")
  }

  @Test("a cycle through two exercises is named in full")
  func longCycle() {
    let text =
      soundLesson.replacing("needs: [02.1]", with: "needs: [03.2]") + """
        ```swift
        //| exercise: 03.2
        //| needs: [03.1]
        func g() throws { throw NotImplemented("03.2") }
        ```
        """
    #expect(errors(in: text).contains("03.1 needs 03.2 needs 03.1"))
  }

  @Test("an exercise has one slot")
  func twoSlots() {
    let text =
      soundLesson + """
        ```swift
        //| exercise: 03.1
        func g() throws { throw NotImplemented("03.1") }
        ```
        """
    #expect(errors(in: text).contains("exercise 03.1 has two slots; the first at line 13"))
  }

  @Test("all errors of a file are reported together, in the order of their lines")
  func several() {
    let text = soundLesson.replacing("label: first", with: "lable: first")
      .replacing("exercise: 03.1", with: "exercise: 9.9")
    let lines = errors(in: text).split(separator: "\n").map { $0.split(separator: ":")[1] }
    #expect(lines == ["13", "22"])
  }

  @Test("an empty file, a blank file and a file name without a number say what a lesson is")
  func emptyFiles() {
    #expect(errors(in: "").contains(":1: the file is empty; a lesson begins with front matter"))
    #expect(errors(in: " \n\n").contains(":1: the file is empty"))
    #expect(
      errors(in: soundLesson, file: "lessons/sound.md").contains("two digits, a dash and a slug"))
  }

  @Test("a file that is not UTF-8 names the line")
  func notUTF8() {
    var bytes = Array(soundLesson.utf8)
    bytes.insert(contentsOf: [0xC3, 0x28], at: bytes.firstIndex(of: UInt8(ascii: "#")) ?? 0)
    #expect(
      throws: LessonErrors([
        LessonError(
          file: "lessons/03-sound.md", line: 8,
          message:
            "this line is not UTF-8; save the file as UTF-8 (in most editors: Save with encoding)")
      ])
    ) { try Lesson(parsing: bytes, file: "lessons/03-sound.md", knownExercises: ids) }
  }

  @Test("a file of ten megabytes is refused with its size")
  func large() {
    let text = soundLesson + String(repeating: "long ", count: 2_000_000)
    #expect(errors(in: text).contains(":1: the file has 10.0 MB; a lesson has at most 1 MB"))
  }
}
