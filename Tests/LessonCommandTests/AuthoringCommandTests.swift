import Foundation
import Testing

@Suite("lesson check and lesson new, the built program", .serialized)
struct AuthoringCommandTests {
  let course: MiniCourse

  init() throws { course = try MiniCourse() }

  @Test("a sound lesson: exit 0, and what was looked at")
  func sound() throws {
    let run = try course.lesson("check")
    #expect(run.code == 0, "\(run.output)\(run.error)")
    #expect(run.output.contains("✓ 01 A mini course: 2 exercises, 1 cell, 1 formula"))
    #expect(run.output.contains("nothing to mend"))
  }

  @Test("the author's check never touches the student's work")
  func untouched() throws {
    try course.solve("01.4", "return Example(inputs: [], targets: [])")
    let mine = try course.text(MiniCourse.exercises)
    #expect(try course.lesson("check").code == 0)
    #expect(try course.text(MiniCourse.exercises) == mine)
  }

  @Test(
    "each fault is found at its line, exit 2",
    arguments: [
      ("Some prose.", "Some prose with 17 words.", 8, "no cell computes 17"),
      ("Some prose.", "See [there](#nowhere).", 8, "no place"),
      ("$`n`$", "$`\\nonsense`$", 8, "nonsense"),
      ("Some prose.", "See lesson 07.", 8, "there is no lesson 07"),
      ("print(\"the words:\"", "let w = (\"the words:\"", 20, "no later cell uses"),
      ("try buildVocabulary(from: [[\"b\", \"a\"]]).words", "missing", 20, "missing"),
      ("throw NotImplemented(\"01.4\")", "return Example(inputs: [], targets: [])", 25, "01.4"),
      (
        "throw NotImplemented(\"01.4\")", "let n: Int = \"\"; throw NotImplemented(\"01.4\")", 25,
        "does not compile"
      ),
    ])
  func faults(old: String, new: String, line: Int, message: String) throws {
    try course.edit("lessons/01-mini.md") { $0.replacing(old, with: new) }
    let run = try course.lesson("check", "01")
    #expect(run.code == 2)
    #expect(run.output.contains("lessons/01-mini.md:\(line):"), "\(run.output)")
    #expect(
      run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(message),
      "\(run.output)")
    #expect(run.output.contains("1 thing to mend"), "\(run.output)")
  }

  @Test("--text runs nothing")
  func text() throws {
    let run = try course.lesson("check", "--text")
    #expect(run.code == 0)
    #expect(!FileManager.default.fileExists(atPath: course.root + "/.lesson/build"))
  }

  @Test("--mutants puts every misconception to every check, and writes a page about it")
  func mutants() throws {
    let run = try course.lesson("check", "01", "--mutants", "--seeds", "2")
    #expect(run.code == 0, "\(run.output)\(run.error)")
    #expect(run.output.contains("✓ 01.1"))
    #expect(run.output.contains("✓ 01.4"))
    #expect(run.output.contains("no misconception lives"))
    #expect(try course.text("reports/mutants-01.html").contains("id=\"exercise-01-4\""))
    #expect(try course.lesson("check", "--mutants", "--text").code == 64)
  }

  @Test("a new lesson passes the check at once")
  func new() throws {
    let made = try course.lesson("new", "02", "self-attention", "--title", "Attention: \"what\"?")
    #expect(made.code == 0)
    #expect(made.output.contains("lessons/02-self-attention.md is written"))
    let run = try course.lesson("check", "02")
    #expect(run.code == 0, "\(run.output)\(run.error)")
    #expect(run.output.contains("✓ 02 Attention: \"what\"?"))
  }

  @Test("a number or a name that is taken or none is refused, and no file is touched")
  func refused() throws {
    let before = try course.text("lessons/01-mini.md")
    for arguments in [
      ["01", "other"], ["05", "mini"], ["5", "a"], ["05", "Über"], ["05", "../a"],
    ] {
      let run = try course.lesson("new", arguments[0], arguments[1])
      #expect(run.code == 64, "\(arguments)")
    }
    #expect(try course.text("lessons/01-mini.md") == before)
    let files = try FileManager.default.contentsOfDirectory(atPath: course.root + "/lessons")
    #expect(files == ["01-mini.md"])
  }

  @Test("--watch needs one lesson")
  func watchOne() throws { #expect(try course.lesson("check", "--watch").code == 64) }
}
