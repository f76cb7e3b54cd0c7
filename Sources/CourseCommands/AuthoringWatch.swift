import Authoring
import Foundation
import Lessons
import Report
import Runner
import Transcripts

/// `lesson check 03 --watch`: looks at a lesson again each time it is saved, and serves its page.
struct AuthoringWatch<Course: CourseDefinition> {
  var lesson: String
  var port: UInt16
  var opensBrowser: Bool
  var terminal: Terminal

  /// Runs until it is interrupted.
  func run() throws {
    let course = try CourseContext(Course.self)
    // A lesson that is wrong at the beginning is looked at, too; one that is not there is not.
    let file = try course.file(of: lesson)
    let page = try PageService(port: port, opensBrowser: opensBrowser) { address in
      Terminal.note("live at \(address) – Ctrl-C ends")
    }
    var seen: String?
    while true {
      let now = state(of: course.folder)
      if now != seen {
        seen = now
        check(file, page)
      }
      // Editors write by rename, or in two steps: what is seen half-written is seen again whole.
      Thread.sleep(forTimeInterval: 0.15)
    }
  }

  /// When anything that the check depends on was written last.
  private func state(of folder: CourseFolder) -> String {
    ["lessons", "Exercises/Bindings"].map { name in
      let path = folder.root + "/" + name
      let files = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
      return files.map { file in
        let attributes = try? FileManager.default.attributesOfItem(atPath: "\(path)/\(file)")
        let date = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        return "\(file) \(date) \(attributes?[.size] ?? 0)"
      }.joined(separator: "\n")
    }.joined(separator: "\n")
  }

  private func check(_ file: String, _ page: PageService) {
    do {
      let course = try CourseContext(Course.self)
      let lesson = try course.lesson(number(of: file))
      let store = ResultStore(course.folder)
      let progress = RunProgress(terminal, tellsReuse: false)
      let authoring = AuthoringRun(course, observe: progress.observe)
      // The prose at once, over the results that there are; what must run first comes after.
      let old = store.latest(lesson.number, .reference) ?? .nothing(lesson)
      show(lesson, old, authoring.text(of: lesson).findings, isRunning: true, course, page)
      let report = try authoring.report(on: lesson)
      progress.finish()
      let new = report.transcript ?? old
      show(lesson, new, report.findings, isRunning: false, course, page)
      tell(lesson, report)
    } catch let errors as LessonErrors {
      fail(file, errors.errors.map(\.description), page)
    } catch {
      fail(file, ["\(error)"], page)
    }
  }

  private func number(of file: String) -> String { LessonFileName(file)?.number ?? file }

  private func show(
    _ lesson: Lesson, _ transcript: Transcript, _ findings: [Finding], isRunning: Bool,
    _ course: CourseContext, _ page: PageService
  ) {
    let count = findings.count
    let state =
      isRunning
      ? "checking…"
      : count == 0 ? "nothing to mend" : "\(count) \(count == 1 ? "thing" : "things") to mend"
    page.publish(
      ReportPage(
        lesson: lesson, transcript: transcript, titles: course.titles, tool: course.modules.tool,
        live: LiveNotice(state: state, findings: findings.map(\.description))
      ).html)
  }

  private func fail(_ file: String, _ messages: [String], _ page: PageService) {
    for message in messages { Terminal.error(message) }
    let notice = LiveNotice(state: "the lesson cannot be read", findings: messages)
    page.publish(notice.page(title: file))
  }

  private func tell(_ lesson: Lesson, _ report: AuthoringRun.Report) {
    let mark =
      report.findings.isEmpty ? terminal.styled("✓", .green) : terminal.styled("✗", .red)
    print("\(mark) \(lesson.number) \(lesson.title)\(report.census.map { ": \($0.words)" } ?? "")")
    for finding in report.findings { print("    \(finding)") }
    // Whoever reads this through a pipe waits for it, too.
    fflush(nil)
  }
}

extension Transcript {
  /// Before the first run.
  fileprivate static func nothing(_ lesson: Lesson) -> Transcript {
    Transcript(
      lesson: lesson.number, title: lesson.title, subject: .reference, seed: 0, toolchain: "")
  }
}
