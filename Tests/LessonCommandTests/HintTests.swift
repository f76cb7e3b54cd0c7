import Checking
import Course
import Foundation
import Testing
import Transcripts

@Suite("The course's hints", .serialized)
struct HintTests {
  @Test("every exercise has three, none of more than 120 words")
  func lengths() {
    #expect(courseExercises.count >= 40)
    for exercise in courseExercises {
      #expect(exercise.hints.count == 3, "\(exercise.id)")
      for hint in exercise.hints {
        let words = hint.split(whereSeparator: \.isWhitespace).count
        #expect((5...120).contains(words), "\(exercise.id): \(words) words")
      }
    }
  }

  @Test("check finds nothing to mend in them")
  func review() throws {
    let run = try MiniCourse.lesson(["check", "--text", "--color", "never"], in: Repository.root)
    #expect(!run.output.contains(/: \d\d\.\d: (no )?hint/), "\(run.output)")
    #expect(run.code == 0, "\(run.output)")
  }

  @Test("no run that fails shows a word of a hint, on the screen, in the JSON or on the page")
  func silence() throws {
    let course = try MiniCourse()
    for body in [
      "return Vocabulary(words: [])", "return Vocabulary(words: sequences[0])",
      "throw CancellationError()", "return sequences[99][0]", "return nothing",
    ] {
      try course.solve("01.1", body)
      let run = try course.lesson("run", "01")
      #expect(run.code == 1)
      let json = try course.lesson("run", "01", "--json")
      let told = [
        run.output, run.error, json.output, try course.text("reports/01-mini.html"),
        try course.lesson("list").output, try course.lesson().output,
      ].joined(separator: "\n").squeezed
      for exercise in courseExercises {
        for hint in exercise.hints {
          for sentence in hint.components(separatedBy: ". ") where sentence.count > 30 {
            #expect(!told.contains(sentence.squeezed), "\(exercise.id): \(sentence)")
          }
        }
      }
      #expect(told.contains("hint01.1"))
      try course.edit(MiniCourse.exercises) {
        $0.replacing(body, with: "throw NotImplemented(\"01.1\")")
      }
    }
  }

  @Test("what has been read is paged back at will, and counted once")
  func paging() throws {
    let course = try MiniCourse()
    let early = try course.lesson("hint", "01.1", "--back")
    #expect(early.code == 64)
    #expect(early.error.contains("you have read no hint of 01.1 yet"))
    _ = try course.lesson("hint", "01.1")
    _ = try course.lesson("hint", "01.1")
    let back = try course.lesson("hint", "01.1", "--back")
    #expect(back.output.contains("hint 1 of 3") && back.output.contains("hint 2 of 3"))
    #expect(!back.output.contains("hint 3 of 3"))
    _ = try course.lesson("hint", "01.1", "--number", "1")
    #expect(try course.text(".lesson/progress.toml").contains("hints = 2"))
  }
}

extension String {
  /// Letters and digits alone, without the marks that a page or a screen puts between them.
  fileprivate var squeezed: String {
    String(filter { $0.isLetter || $0.isNumber || $0 == "." })
  }
}
