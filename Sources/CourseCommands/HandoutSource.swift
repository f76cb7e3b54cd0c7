import Checking
import CommonMark
import Handout
import Lessons
import Report
import Runner

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a course's folder holds for handouts beside its lessons: the first page's text, the symbols, and
/// the sources of the model answers.
struct HandoutSource {
  private let course: CourseContext
  private let lessons: [Lesson]
  /// The heading of `lessons/README.md`.
  private(set) var title = "Course"
  /// What follows the heading.
  private(set) var introduction: [Block] = []
  private(set) var glossary = Glossary(file: "lessons/glossary.yml")

  /// - Parameter lessons: those that the site holds.
  /// - Throws: ``LessonErrors`` for what is wrong with any of the files.
  init(_ course: CourseContext, _ lessons: [Lesson]) throws {
    self.course = course
    self.lessons = lessons
    var errors = lessons.flatMap { ReportPage.mathErrors(in: $0) }
    if let data = FileManager.default.contents(atPath: course.folder.root + "/" + glossary.file) {
      glossary = try Glossary(parsing: Array(data), file: glossary.file)
      errors += glossary.errors(in: course.curriculum.lessons)
    }
    guard errors.isEmpty else { throw LessonErrors(errors) }
    try readIntroduction()
  }

  private mutating func readIntroduction() throws {
    let file = "lessons/README.md"
    guard let text = course.folder.text(of: file) else { return }
    let blocks = try MarkdownDocument(parsing: text).blocks
    guard case .heading(level: 1, let words)? = blocks.first?.kind else {
      throw LessonErrors([
        LessonError(
          file: file, line: 1,
          message: "the first line names the course: # RNNs and LSTMs from scratch")
      ])
    }
    title = words.plainText
    introduction = Array(blocks.dropFirst())
  }

  /// What there is to say about each exercise of the site's lessons, by its id.
  ///
  /// - Throws: ``LessonErrors`` for exercises whose model answer is not in the sources.
  func notes(_ answers: ModelAnswers) throws -> [String: ExerciseNotes] {
    var notes: [String: ExerciseNotes] = [:]
    var errors: [LessonError] = []
    for lesson in lessons {
      for slot in lesson.exercises {
        let exercise = try course.exercise(slot.id)
        do {
          notes[slot.id] = ExerciseNotes(
            answer: try answers.answer(to: slot, of: lesson), hints: exercise.hints,
            misconceptions: exercise.mutants.map {
              .init(name: $0.name, explanation: $0.explanation, question: $0.question)
            })
        } catch {
          errors += error.errors
        }
      }
    }
    guard errors.isEmpty else { throw LessonErrors(errors) }
    return notes
  }
}

extension CourseContext {
  /// The Swift files of the modules that hold the model answers.
  var answerSources: [(path: String, text: String)] {
    let modules = modules.answers + modules.frameworks.map(\.answers)
    return modules.flatMap { module -> [(path: String, text: String)] in
      let folder = "Sources/\(module)"
      let names = try? FileManager.default.contentsOfDirectory(
        atPath: "\(self.folder.root)/\(folder)")
      return (names ?? []).filter { $0.hasSuffix(".swift") }.sorted().compactMap { name in
        self.folder.text(of: "\(folder)/\(name)").map { ("\(folder)/\(name)", $0) }
      }
    }
  }

  /// The model answers as source text.
  var modelAnswers: ModelAnswers {
    ModelAnswers(sources: answerSources, lessons: curriculum.lessons)
  }
}
