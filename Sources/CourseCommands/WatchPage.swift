import Lessons
import LivePage
import Report
import Runner
import Synchronization
import Transcripts

/// The live page of a watched lesson: what is going on in its corner, the curve below what trains, and
/// the newest report.
final class WatchPage: Sendable {
  private let service: PageService
  private let state = Mutex(State())

  private struct State {
    /// What would be trained by what runs now: a cell or an exercise.
    var name = ""
    var place = ""
    var curve: TrainingCurve?
  }

  init(_ service: PageService) { self.service = service }

  func begin() {
    service.draw(nil)
    service.say("checking…")
  }

  func observe(_ event: RunEvent) {
    switch event {
    case .checking(let id, _): enter("exercise \(id)", exerciseAnchor(id))
    case .running(let cell): enter("cell \(cell)", "cell-\(idPart(cell))")
    case .runningReference: enter("the model answers", "live")
    case .progress(let progress): draw(progress)
    case .reused, .restored, .building, .checked, .ran: break
    }
  }

  private func enter(_ name: String, _ place: String) {
    let hadCurve = state.withLock { state in
      defer { state = State(name: name, place: place) }
      return state.curve != nil
    }
    if hadCurve { service.draw(nil) }
  }

  private func draw(_ progress: Progress) {
    guard let loss = progress.loss else { return }
    let curve = state.withLock { state -> TrainingCurve in
      var curve =
        state.curve
        ?? TrainingCurve(name: state.name, place: state.place, total: progress.total)
      // A second training in the same cell begins a curve of its own.
      if let last = curve.points.last, Double(progress.done) < last[0] {
        curve = TrainingCurve(name: state.name, place: state.place, total: progress.total)
      }
      curve.add(epoch: progress.done, loss: loss)
      state.curve = curve
      return curve
    }
    service.draw(curve)
  }

  // MARK: - Pages

  /// The verdicts, before any cell has run.
  func show(
    _ verdicts: [String: ExerciseResult], _ lesson: Lesson, _ course: CourseContext,
    _ standing: Standing
  ) {
    let transcript = Transcript(
      lesson: lesson.number, title: lesson.title, subject: .student, seed: 0, toolchain: "",
      exercises: lesson.exercises.compactMap { verdicts[$0.id] })
    show(transcript, nil, lesson, course, standing, suffix: "; the cells run")
  }

  func show(
    _ transcript: Transcript, _ overlay: Transcript?, _ lesson: Lesson, _ course: CourseContext,
    _ standing: Standing, suffix: String = ""
  ) {
    let passed = transcript.exercises.count { $0.verdict.isPassed }
    let failing = transcript.exercises.filter(\.verdict.isFailure).map {
      "\($0.id) \($0.title): \($0.verdict.name)"
    }
    let page = ReportPage(
      lesson: lesson, transcript: transcript, reference: overlay, titles: course.titles,
      tool: course.modules.tool, passedElsewhere: standing.passed,
      live: LiveNotice(
        state: "\(passed) of \(transcript.exercises.count) exercises pass\(suffix)",
        findings: failing))
    service.publish(page.html)
  }
}
