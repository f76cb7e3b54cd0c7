import Course
import Foundation
import Lessons
import Testing
import Transcripts

@Suite("lesson, the built program", .serialized)
struct LessonCommandTests {
  let course: MiniCourse

  init() throws { course = try MiniCourse() }

  @Test("untouched starters: exit 0, a report, and what to do next")
  func starters() throws {
    let run = try course.lesson("run", "01")
    #expect(run.code == 0)
    #expect(run.output.contains("· 01.1"))
    #expect(run.output.contains("0 of 4 points"))
    #expect(run.output.contains("next: 01.1"))
    #expect(run.output.contains("report: reports/01-mini.html"))
    let page = try course.text("reports/01-mini.html")
    #expect(page.hasPrefix("<!DOCTYPE html>"))
    #expect(page.contains("not started"))
  }

  @Test("the model answers: all passed, exit 0, cells run, the same bytes twice")
  func reference() throws {
    let run = try course.lesson("run", "1", "--reference")
    #expect(run.code == 0)
    #expect(run.output.contains("4 of 4 points"))
    let page = try course.text("reports/01-mini-reference.html")
    #expect(page.contains("the words: [&quot;b&quot;") || page.contains("the words: [\"b\""))
    try course.remove(".lesson/results")
    _ = try course.lesson("run", "01", "--reference")
    #expect(try course.text("reports/01-mini-reference.html") == page)
  }

  @Test("a right and a wrong solution: exit 1, points for one, the divergence for the other")
  func mixed() throws {
    try course.solve(
      "01.4", "return Example(inputs: Array(ids.dropLast()), targets: Array(ids.dropFirst()))")
    try course.solve(
      "01.1", "return Vocabulary(words: Set(sequences.joined()).sorted() + [\"UNK\"])")
    let run = try course.lesson("run", "01")
    #expect(run.code == 1)
    #expect(run.output.contains("✓ 01.4"))
    #expect(run.output.contains("✗ 01.1"))
    #expect(run.output.contains("should be"))
    #expect(run.output.contains("2 of 4 points"))
  }

  @Test("printed HTML is text on the page")
  func escaping() throws {
    try course.solve(
      "01.4", "print(\"<script>alert(1)</script>\"); return Example(inputs: [], targets: [])")
    _ = try course.lesson("run", "01")
    let page = try course.text("reports/01-mini.html")
    #expect(!page.contains("<script"))
    #expect(page.contains("&lt;script&gt;alert(1)"))
  }

  @Test(
    "a compile error is told once, at the line of the exercise file; what is untouched stays so")
  func compileError() throws {
    try course.solve("01.4", "return Exmaple(inputs: [], targets: [])")
    let run = try course.lesson("run", "01")
    #expect(run.code == 1)
    #expect(run.output.contains("Exercises/01-Encoding.swift:"))
    #expect(run.output.contains("error: cannot find 'Exmaple' in scope"))
    #expect(run.output.contains("· 01.1"))
  }

  @Test("a trap costs one exercise and names the student's line")
  func trap() throws {
    try course.solve("01.4", "return Example(inputs: [ids[ids.count + 3]], targets: [])")
    try course.solve("01.1", MiniCourse.rightVocabulary)
    let run = try course.lesson("run", "01")
    #expect(run.code == 1)
    #expect(run.output.contains("✓ 01.1"))
    #expect(run.output.contains("✗ 01.4"))
    #expect(run.output.contains("a a b b EOS: Fatal error: Index out of range, at"))
    #expect(run.output.contains("      Exercises/01-Encoding.swift:"))
  }

  @Test("exit(0) in one exercise costs that exercise; printed or returned claims count for nothing")
  func cheating() throws {
    try course.solve("01.1", MiniCourse.rightVocabulary)
    try course.solve("01.4", "print(\"✓ 01.4 passed\"); exit(0)")
    let run = try course.lesson("run", "01")
    #expect(run.code == 1)
    #expect(run.output.contains("✓ 01.1"))
    #expect(run.output.contains("✗ 01.4"))
    #expect(run.output.contains("exit(0) before it answered"))
  }

  @Test("the model answers are not there to be imported")
  func importingReference() throws {
    try course.edit(MiniCourse.exercises) {
      $0.replacing("import Recurrent", with: "import Recurrent\nimport Reference")
    }
    let run = try course.lesson("run", "01")
    #expect(run.code == 1)
    #expect(run.output.contains("error: no such module 'Reference'"))
  }

  @Test("a changed signature is told as a changed contract")
  func signature() throws {
    try course.edit(MiniCourse.exercises) {
      $0.replacing("func example(from ids: [Int])", with: "func example(of ids: [Int])")
    }
    let run = try course.lesson("run", "01")
    #expect(run.code == 1)
    let words = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("has its name or signature changed?"))
  }

  @Test("a compiler bomb ends as not compiled")
  func hugeExpression() throws {
    let bomb =
      "let x = " + (0..<40).map { "[\($0): \"\" + 1.0 / Double(\($0))]" }.joined(separator: " + ")
    try course.solve("01.4", bomb + "; return Example(inputs: [], targets: [])")
    let run = try course.lesson("run", "01")
    #expect(run.code == 1)
    #expect(run.output.contains("✗ 01.4"))
    #expect(run.output.contains("not compiled"))
  }

  @Test("an unchanged program is not run again; prose may change, code may not")
  func reuse() throws {
    #expect(try course.lesson("run", "01").error.contains("nothing has changed") == false)
    #expect(try course.lesson("run", "01").error.contains("nothing has changed"))
    try course.edit("lessons/01-mini.md") {
      $0.replacing("Some prose.", with: "Other prose.\n\nMore.")
    }
    let run = try course.lesson("run", "01")
    #expect(run.error.contains("nothing has changed"))
    #expect(try course.text("reports/01-mini.html").contains("Other prose."))
    try course.solve("01.4", "return Example(inputs: [], targets: [])")
    #expect(try course.lesson("run", "01").error.contains("nothing has changed") == false)
  }

  @Test("--json prints the transcript and nothing else")
  func json() throws {
    let run = try course.lesson("run", "01", "--json")
    let transcript = try Wire.decode(Transcript.self, from: Data(run.output.utf8))
    #expect(transcript.exercises.map(\.verdict) == [.notStarted, .notStarted])
    #expect(transcript.subject == .student)
  }

  @Test("--output writes the report there")
  func output() throws {
    #expect(try course.lesson("run", "01", "--output", "there/report.html").code == 0)
    #expect(try course.text("there/report.html").contains("</html>"))
  }

  @Test("colour only where it is wanted")
  func color() throws {
    #expect(!(try course.lesson("run", "01").output.contains("\u{1B}[")))
    #expect(try course.lesson("run", "01", "--color", "always").output.contains("\u{1B}["))
    #expect(!(try course.lesson("list", "--color", "never").output.contains("\u{1B}[")))
  }

  @Test("lesson alone and list show lessons, points and what is next")
  func standing() throws {
    let status = try course.lesson()
    #expect(status.code == 0)
    #expect(status.output.contains("01 A mini course"))
    #expect(status.output.contains("next: 01.1"))
    let list = try course.lesson("list")
    #expect(list.output.contains("01.4"))
    try course.solve("01.1", MiniCourse.rightVocabulary)
    _ = try course.lesson("run", "01")
    #expect(try course.lesson().output.contains("1/2 exercises    2/4 points"))
  }

  @Test("hints come one after the other, and can be paged back")
  func hints() throws {
    #expect(try course.lesson("hint", "01.1").output.contains("hint 1 of 3"))
    #expect(try course.lesson("hint", "01.1").output.contains("hint 2 of 3"))
    #expect(try course.lesson("hint", "01.1").output.contains("hint 3 of 3"))
    #expect(try course.lesson("hint", "01.1").output.contains("hint 3 of 3"))
    #expect(try course.lesson("hint", "01.1", "--number", "1").output.contains("hint 1 of 3"))
    #expect(try course.lesson("hint", "01.1", "--number", "4").code == 64)
    #expect(try course.lesson("hint", "1.1").error.contains("did you mean 01.1?"))
  }

  @Test("reset keeps a backup, touches one exercise, and does nothing unasked")
  func reset() throws {
    let pristine = try course.text(MiniCourse.exercises)
    try course.solve("01.1", "fatalError()")
    try course.solve("01.4", "fatalError()")
    let worked = try course.text(MiniCourse.exercises)
    let refused = try course.lesson("reset", "01.1")
    #expect(refused.code == 64)
    #expect(try course.text(MiniCourse.exercises) == worked)
    #expect(try course.lesson("reset", "01.1", "--yes").code == 0)
    let half = try course.text(MiniCourse.exercises)
    #expect(half.contains("NotImplemented(\"01.1\")") && !half.contains("NotImplemented(\"01.4\")"))
    #expect(try course.lesson("reset", "01", "-y").code == 0)
    #expect(try course.text(MiniCourse.exercises) == pristine)
    let backups = try FileManager.default.contentsOfDirectory(
      atPath: course.root + "/.lesson/backups")
    #expect(try backups.contains { try course.text(".lesson/backups/\($0)") == worked })
  }

  @Test("a deleted exercise file comes back with its starters")
  func deleted() throws {
    let pristine = try course.text(MiniCourse.exercises)
    try course.remove(MiniCourse.exercises)
    let run = try course.lesson("run", "01")
    #expect(run.code == 0)
    #expect(run.error.contains("was missing; the starters are back"))
    #expect(try course.text(MiniCourse.exercises) == pristine)
  }

  @Test(
    "a wrong lesson file: exit 2, file:line, and the nearest right thing",
    arguments: [
      (
        "title: A mini course", "titel: A mini course",
        "lessons/01-mini.md:2: unknown front matter key"
      ),
      ("label: words", "lable: words", "unknown option 'lable'; did you mean 'label'?"),
      ("exercise: 01.4", "exercise: 01.9", "unknown exercise '01.9'"),
      ("$`n`$", "$`\\nonsense{n}`$", "lessons/01-mini.md:8:"),
    ])
  func wrongLesson(right: String, wrong: String, message: String) throws {
    try course.edit("lessons/01-mini.md") { $0.replacing(right, with: wrong) }
    let run = try course.lesson("run", "01")
    #expect(run.code == 2)
    #expect(run.error.contains(message), "\(run.error)")
  }

  @Test("an empty lesson and one of ten megabytes: exit 2, no trap")
  func extremes() throws {
    try course.write("", to: "lessons/01-mini.md")
    #expect(try course.lesson("run", "01").error.contains("01-mini.md:1: the file is empty"))
    try course.write(String(repeating: "x\n", count: 5_000_000), to: "lessons/01-mini.md")
    let run = try course.lesson("run", "01")
    #expect(run.code == 2)
    #expect(run.error.contains("01-mini.md:1: the file has 10.0 MB"))
  }

  @Test("no such lesson, no such command, no course here: what is there instead")
  func usage() throws {
    let run = try course.lesson("run", "7")
    #expect(run.code == 64)
    #expect(run.error.contains("there is no lesson '7'"))
    #expect(try course.lesson("rnu", "01").code == 64)
    let outside = try MiniCourse.lesson(["list"], in: "/")
    #expect(outside.code == 2)
    #expect(outside.error.contains("there is no folder lessons in / or above"))
  }

  @Test("doctor says that this machine will do")
  func doctor() throws {
    let run = try course.lesson("doctor")
    #expect(run.code == 0, "\(run.output)")
    #expect(run.output.contains("✓ compiler: Swift 6"))
  }

  @Test("verify: 0 for golden files, 1 and the tensor for a changed digit, 2 for what is none")
  func verify() throws {
    let golden = Repository.root + "/Tests/Golden/rnn_T2.json"
    let right = try course.lesson("verify", golden)
    #expect(right.code == 0)
    #expect(right.output.contains("1 of 1 golden files agree"))
    let text = try String(contentsOfFile: golden, encoding: .utf8)
    let grads = try #require(text.firstRange(of: "\"grads\""))
    let tensor = try #require(text[grads.upperBound...].firstRange(of: "\"V\""))
    let number = try #require(text[tensor.upperBound...].firstMatch(of: /-?\d+\.\d{9,}/))
    let value = try #require(Double(number.output))
    try course.write(
      text.replacingCharacters(in: number.range, with: "\(value * (1 + 2e-8))"), to: "changed.json")
    let wrong = try course.lesson("verify", "changed.json")
    #expect(wrong.code == 1)
    #expect(wrong.output.contains("grads.V[0, 0]"))
    try course.write("{}", to: "none.json")
    #expect(try course.lesson("verify", "none.json").code == 2)
    #expect(try course.lesson("verify", "absent.json").code == 2)
  }

  @Test("Ctrl-C ends the run and every process it started")
  func interrupt() throws {
    try course.solve("01.1", "while true {}")
    let process = try MiniCourse.start(["run", "01"], in: course.root)
    defer { process.terminate() }
    let program = course.root + "/.lesson/build/01-checks-student/program"
    let deadline = Date(timeIntervalSinceNow: 60)
    while MiniCourse.processes(running: program).isEmpty, Date() < deadline {
      Thread.sleep(forTimeInterval: 0.05)
    }
    #expect(!MiniCourse.processes(running: program).isEmpty)
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    Thread.sleep(forTimeInterval: 0.2)
    #expect(MiniCourse.processes(running: program).isEmpty)
  }

  @Test("the process itself stays under 150 MB")
  func memory() throws {
    let run = try course.lesson("run", "01", "--reference", peak: true)
    let peak = try #require(run.peak)
    #expect(peak > 5_000 && peak < 150_000, "\(peak) kB")
  }
}
