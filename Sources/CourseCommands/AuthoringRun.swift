import Authoring
import Checking
import Handout
import Lessons
import Runner
import Transcripts

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What it takes to look at lessons as an author: a run on the model answers, whose result is reused,
/// and a run on untouched starters, in a folder of their own.
struct AuthoringRun {
  struct Report {
    var findings: [Finding]
    /// What was looked at; `nil` when nothing ran.
    var census: LessonCensus?
    /// On the model answers; `nil` when nothing ran.
    var transcript: Transcript?
    /// What could not be looked at, and why.
    var note: String?
  }

  private var course: CourseContext
  private var observe: (RunEvent) -> Void

  init(_ course: CourseContext, observe: @escaping (RunEvent) -> Void) {
    self.course = course
    self.observe = observe
  }

  /// Without running anything.
  func text(of lesson: Lesson) -> Report {
    Report(findings: (review(lesson).findingsInText() + hints(of: lesson)).sorted(by: inOrder))
  }

  private func inOrder(_ a: Finding, _ b: Finding) -> Bool {
    (a.line, a.message) < (b.line, b.message)
  }

  /// What is to be mended in the hints of a lesson's exercises.
  private func hints(of lesson: Lesson) -> [Finding] {
    let answers = course.modelAnswers
    return lesson.exercises.flatMap { slot -> [Finding] in
      guard let exercise = course.exercises.first(where: { $0.id == slot.id }) else { return [] }
      // That an answer cannot be found is told where the solutions are needed.
      let own = (try? answers.answer(to: slot, of: lesson))?.own ?? []
      return HintReview(slot: slot, hints: exercise.hints, answer: own.flatMap(\.body))
        .findings(in: lesson.file)
    }
  }

  func report(on lesson: Lesson) throws -> Report {
    let review = review(lesson)
    var report = Report(findings: review.findingsInText() + hints(of: lesson))
    do {
      report.findings += review.findings(onStarters: try starters(of: lesson))
      let transcript = try run(in: course.folder).transcript(of: lesson, subject: .reference)
      report.findings += review.findings(onReference: transcript)
      report.census = LessonCensus(lesson, transcript)
      report.transcript = transcript
    } catch let missing as MissingTool where lesson.frontMatter.framework != nil {
      report.note = "not run: \(missing.what)"
    }
    report.findings.sort(by: inOrder)
    return report
  }

  private func review(_ lesson: Lesson) -> LessonReview {
    let folder = course.folder
    return LessonReview(lesson, in: course.curriculum.lessons) { path in
      FileManager.default.fileExists(atPath: folder.root + "/" + path)
    }
  }

  private func run(in folder: CourseFolder) throws -> LessonRun {
    LessonRun(
      folder: folder, curriculum: course.curriculum, exercises: course.exercises,
      modules: course.modules, toolchain: try Toolchain.find(remembering: course.folder),
      observe: observe)
  }

  /// The lesson's verdicts on a copy of the course in which nobody has done anything.
  private func starters(of lesson: Lesson) throws -> Transcript {
    let copy = CourseFolder(root: course.folder.state + "/check")
    let files = FileManager.default
    try? files.removeItem(atPath: copy.root + "/Exercises")
    for foundation in course.curriculum.foundations(of: lesson) {
      guard let file = ExerciseFile(foundation, titles: course.titles, modules: course.modules)
      else { continue }
      try copy.write(file.text, to: "Exercises/\(file.name)")
      let bindings = course.folder.bindingsPath(file.name)
      if let text = course.folder.text(of: bindings) { try copy.write(text, to: bindings) }
    }
    return try run(in: copy).transcript(of: lesson, subject: .student)
  }
}
