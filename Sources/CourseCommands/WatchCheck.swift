import Checking
import Foundation
import Lessons
import Report
import Runner
import Synchronization
import Transcripts
import Watching

/// One check of a watched lesson: verdicts first, then the cells, then the report.
///
/// What can be kept from one check to the next is: the lessons are read again only when a file of theirs
/// was written.
final class WatchCheck<Course: CourseDefinition>: @unchecked Sendable {
  /// Used by the worker's thread alone.
  private var course: CourseContext
  private var lessonsState: [String]
  private let number: String
  private let toolchain: Toolchain
  private let page: WatchPage?
  /// A file that was deleted before the watch began comes back, as with `lesson run`; later it does not.
  private var isFirst = true

  init(_ course: CourseContext, _ lesson: Lesson, page: WatchPage?) throws {
    self.course = course
    self.number = lesson.number
    self.page = page
    toolchain = try Toolchain.find(remembering: course.folder)
    lessonsState = Self.state(of: course.folder)
  }

  func run(_ job: CheckWorker.Job, post: @escaping (CheckNews) -> Void) throws {
    try readLessons()
    let lesson = try course.lesson(number)
    var run = LessonRun(
      folder: course.folder, curriculum: course.curriculum, exercises: course.exercises,
      modules: course.modules, toolchain: toolchain)
    run.restoresMissing = isFirst
    isFirst = false
    page?.begin()
    run.observe = { [page] event in
      page?.observe(event)
      switch event {
      case .checked(let result): post(.verdict(result))
      case .running(let cell): post(.running("running cell \(cell)"))
      case .building(let what): post(.running("compiling \(what)"))
      case .runningReference:
        post(.running("running the model answers once, for the curves beneath yours"))
      case .progress(let progress): post(.progress(progress))
      case .reused, .restored, .checking, .ran: break
      }
    }
    let book = ProgressBook(course)
    func tell(_ verdicts: [String: ExerciseResult]) {
      let all = verdicts.values.sorted { $0.id < $1.id }
      let taken = seconds(ContinuousClock.now - job.began)
      post(.verdicts(all, places: places(for: lesson), seconds: taken))
      book.record(lesson.exercises.compactMap { verdicts[$0.id] }, of: lesson)
    }
    if job.scope == .all {
      tell(try run.verdicts(of: lesson))
      try checkEarlier(lesson, run, book, post)
      post(.ended(nil))
      return
    }
    // It reads every lesson's results, and the verdicts need not wait for that.
    lazy var standing = Standing(course, book)
    let transcript = try run.transcript(of: lesson, subject: .student) { verdicts in
      tell(verdicts)
      page?.show(verdicts, lesson, course, standing)
    }
    let overlay = try run.overlay(for: transcript, of: lesson)
    let report = report(transcript, overlay, lesson, standing)
    page?.show(transcript, overlay, lesson, course, standing)
    post(.ended(end(transcript, report: report)))
  }

  // MARK: - Reading

  private func readLessons() throws {
    let state = Self.state(of: course.folder)
    guard state != lessonsState else { return }
    course = try CourseContext(Course.self)
    lessonsState = state
  }

  private static func state(of folder: CourseFolder) -> [String] {
    ((try? folder.lessonFiles()) ?? []).map { file in
      let attributes = try? FileManager.default.attributesOfItem(atPath: "\(folder.root)/\(file)")
      let date = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
      return "\(file) \(date) \(attributes?[.size] ?? 0)"
    }
  }

  /// Where each exercise of the lesson and of those it builds on stands.
  private func places(for lesson: Lesson) -> [String: ExercisePlace] {
    var result: [String: ExercisePlace] = [:]
    for foundation in course.curriculum.foundations(of: lesson) {
      guard let file = course.exerciseFile(of: foundation) else { continue }
      let path = course.folder.exercisePath(file.name)
      let text = course.folder.text(of: path) ?? ""
      for slot in foundation.exercises {
        result[slot.id] = ExercisePlace(file: path, line: file.line(of: slot.id, in: text))
      }
    }
    return result
  }

  // MARK: - Everything

  private func checkEarlier(
    _ lesson: Lesson, _ run: LessonRun, _ book: ProgressBook, _ post: (CheckNews) -> Void
  ) throws {
    for earlier in course.curriculum.lessons
    where earlier.number < lesson.number && !earlier.exercises.isEmpty {
      do {
        let verdicts = try run.verdicts(of: earlier)
        let own = earlier.exercises.compactMap { verdicts[$0.id] }
        post(.lesson(earlier.number, own, missing: nil))
        book.record(own, of: earlier)
      } catch let missing as MissingTool {
        post(.lesson(earlier.number, [], missing: missing.what))
      }
    }
  }

  // MARK: - The report

  private func report(
    _ transcript: Transcript, _ overlay: Transcript?, _ lesson: Lesson, _ standing: Standing
  ) -> String? {
    let page = ReportPage(
      lesson: lesson, transcript: transcript, reference: overlay, titles: course.titles,
      tool: course.modules.tool, passedElsewhere: standing.passed)
    let path = "\(course.folder.reports)/\(lesson.number)-\(lesson.slug).html"
    guard (try? course.folder.write(page.html, to: path)) != nil else { return nil }
    return String(path.dropFirst(course.folder.root.count + 1))
  }

  private func end(_ transcript: Transcript, report: String?) -> CheckEnd {
    let locked = transcript.cells.count { if case .locked = $0.status { true } else { false } }
    let ran = transcript.cells.count {
      switch $0.status {
      case .locked, .notEvaluated, .notReached: false
      default: true
      }
    }
    return CheckEnd(
      cellsRun: ran, cellsLocked: locked,
      cellsFailed: transcript.cells.filter(\.status.isFailure).map(\.label), report: report)
  }
}
