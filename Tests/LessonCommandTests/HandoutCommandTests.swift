import Foundation
import Testing

@Suite("lesson handout, the built program", .serialized)
struct HandoutCommandTests {
  let course: MiniCourse

  init() throws {
    course = try MiniCourse()
    // The model answers' text, which the solutions are cut from and leaks are measured by.
    let sources = Repository.root + "/Sources/Reference"
    for name in try FileManager.default.contentsOfDirectory(atPath: sources) {
      try course.write(
        String(contentsOfFile: "\(sources)/\(name)", encoding: .utf8),
        to: "Sources/Reference/\(name)"
      )
    }
  }

  private func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: course.root + "/" + folder).sorted()
  }

  private static let pages = [
    ".handout", "01-mini.html", "glossary.html", "index.html", "search-index.js", "search.html",
    "search.js",
  ]

  @Test("both editions, each with what it must have; kept results are used again, in under 2 s")
  func editions() throws {
    let first = try course.lesson("handout", "--output", "out/site")
    #expect(first.code == 0, "\(first.output)\(first.error)")
    #expect(first.output.contains("1 lesson, 6 files: out/site/index.html"))
    #expect(try names("out/site") == Self.pages)
    let student = try course.text("out/site/01-mini.html")
    #expect(student.contains("the words: [\"b\", \"a\""))
    #expect(student.contains("NotImplemented"))
    #expect(!student.contains("Model answer"))

    // A program that must not run again, and would be missed at once if it did.
    try course.remove(".lesson/build")
    let start = ContinuousClock.now
    let second = try course.lesson("handout", "01", "--solutions", "--output", "out/teachers")
    #expect(ContinuousClock.now - start < .seconds(2))
    #expect(second.code == 0)
    #expect(!FileManager.default.fileExists(atPath: course.root + "/.lesson/build"))
    let teacher = try course.text("out/teachers/01-mini.html")
    for words in ["Model answer", "Hints", "Misconceptions", "Sources/Reference/", "2 points"] {
      #expect(teacher.contains(words), "\(words)")
    }
    #expect(teacher.contains("the words: [\"b\", \"a\""))

    let again = try course.lesson("handout", "--output", "out/again")
    #expect(again.code == 0)
    for name in Self.pages {
      #expect(try course.text("out/again/\(name)") == course.text("out/site/\(name)"), "\(name)")
    }
  }

  @Test(
    "a cell that gives a solution away: exit 2, the line and its source, and no file is written")
  func leak() throws {
    let reference = try course.text("Sources/Reference/Encoding.swift")
    let line = try #require(
      reference.split(separator: "\n").map { $0.drop(while: \.isWhitespace) }
        .first { $0.count > 30 && !$0.hasPrefix("//") && !$0.hasPrefix("public") })
    try course.edit("lessons/01-mini.md") { $0.replacing("Some prose.", with: "So: `\(line)`.") }
    let run = try course.lesson("handout", "--output", "site")
    #expect(run.code == 2, "\(run.output)")
    #expect(run.error.contains("01-mini.html shows '\(line)' of Sources/Reference/Encoding.swift"))
    #expect(run.error.contains("not written"))
    #expect(try names("site") == [])
    #expect(try course.lesson("handout", "--solutions", "--output", "site").code == 0)
  }

  @Test("a course whose model answers are not at hand proves nothing, and makes no site")
  func noSources() throws {
    try course.remove("Sources")
    let run = try course.lesson("handout", "--output", "site")
    #expect(run.code == 2)
    #expect(run.error.contains("lessons/01-mini.md:12: exercise 01.1: no model answer declares"))
  }

  @Test("of an earlier site nothing stays; what somebody else put there does")
  func stale() throws {
    try course.write("---\ntitle: Two\n---\n\nWords.\n", to: "lessons/02-two.md")
    #expect(try course.lesson("handout", "--solutions", "--output", "site").code == 0)
    #expect(try names("site").contains("02-two.html"))
    try course.write("mine", to: "site/notes.html")
    try course.write("mine", to: "site/pictures/a.png")
    #expect(try course.lesson("handout", "01", "--output", "site").code == 0)
    #expect(try names("site") == (Self.pages + ["notes.html", "pictures"]).sorted())
    #expect(try course.text("site/notes.html") == "mine")
    #expect(!(try course.text("site/01-mini.html").contains("Model answer")))
    #expect(try course.text(".lesson/../lessons/02-two.md").contains("Words."))

    // A page of somebody else's that has the name of one that comes later.
    try course.write("mine", to: "site/02-two.html")
    let run = try course.lesson("handout", "--output", "site")
    #expect(run.code == 64)
    #expect(run.error.contains("site/02-two.html"))
    #expect(try course.text("site/02-two.html") == "mine")
  }

  @Test("a list of files that somebody has written removes nothing beyond the site's pages")
  func forgedList() throws {
    try course.write("..\n../Exercises\npictures\nnotes.txt\n", to: "site/.handout")
    try course.write("mine", to: "site/notes.txt")
    try course.write("mine", to: "site/pictures/a.png")
    #expect(try course.lesson("handout", "--output", "site").code == 0)
    #expect(try names("site") == (Self.pages + ["notes.txt", "pictures"]).sorted())
    #expect(try course.text(MiniCourse.exercises).contains("NotImplemented"))
  }

  @Test("what cannot be done is said before anything runs")
  func refused() throws {
    try course.write("a file", to: "file")
    try course.write("mine", to: "mine/thesis.txt")
    let cases: [(arguments: [String], code: Int32, words: String)] = [
      (["--output", "file"], 64, "'file' is a file"),
      (["--output", "mine"], 64, "'mine' holds other files"),
      (["--output", "/proc/site"], 3, "cannot be written to '/proc/site'"),
      (["--output", "file/site"], 3, "cannot be written to 'file/site'"),
      (["09", "--output", "site"], 64, "there is no lesson '09'"),
      (["--starters", "--solutions", "--output", "site"], 64, "--solutions"),
      ([], 64, "--output"),
    ]
    for (arguments, code, words) in cases {
      let run = try MiniCourse.lesson(["handout"] + arguments, in: course.root)
      #expect(run.code == code, "\(arguments): \(run.error)")
      #expect(run.error.contains(words), "\(arguments): \(run.error)")
    }
    #expect(try course.text("file") == "a file")
    #expect(try names("mine") == ["thesis.txt"])
    #expect(!FileManager.default.fileExists(atPath: course.root + "/.lesson/build"))
  }

  @Test("--pdf without Chromium: exit 3, what to install, and the pages are not touched")
  func noChromium() throws {
    let run = try MiniCourse.lesson(
      ["handout", "--pdf", "--output", "site"], in: course.root, path: "/nowhere")
    #expect(run.code == 3)
    #expect(run.error.contains("apt-get install chromium"))
    #expect(!FileManager.default.fileExists(atPath: course.root + "/site"))
  }

  private static let hasChromium = ["chromium", "chromium-browser", "google-chrome"].contains {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)")
  }

  @Test(
    "--pdf prints lessons and symbols; without it the next time, no old PDF stays",
    .enabled(if: hasChromium))
  func pdf() throws {
    let run = try course.lesson("handout", "--pdf", "--output", "site")
    #expect(run.code == 0, "\(run.error)")
    #expect(run.output.contains("and 2 PDFs"))
    for name in ["01-mini.pdf", "glossary.pdf"] {
      let data = try #require(FileManager.default.contents(atPath: course.root + "/site/" + name))
      #expect(data.starts(with: Array("%PDF-".utf8)))
      #expect(data.count > 10_000)
    }
    #expect(try course.text("site/01-mini.html").contains("href=\"01-mini.pdf\""))
    #expect(try course.lesson("handout", "--output", "site").code == 0)
    #expect(try names("site") == Self.pages)
    #expect(!(try course.text("site/01-mini.html").contains(".pdf")))
  }
}
