import Checking
import Lessons
import Progression
import Runner
import Transcripts

/// What a course's commands write down about a student: verdicts, hints, solutions seen.
///
/// A note that cannot be written costs nobody a verdict or a hint: it is said once, and the command goes on.
final class ProgressBook {
  private let course: CourseContext
  private let file: ProgressFile
  /// What has been said already.
  private var told: Set<String> = []

  init(_ course: CourseContext) {
    self.course = course
    file = ProgressFile(folder: course.folder.state)
  }

  /// What the file says now.
  var progress: CourseProgress {
    let reading = file.read()
    tell(reading.problems)
    return reading.progress
  }

  /// Writes verdicts on the student's own files down, and that their lesson is worked on.
  ///
  /// The same verdicts again change nothing, so that it may be called as often as one likes.
  func record(_ results: [ExerciseResult], of lesson: Lesson, at moment: Moment = .now) {
    let versions = Dictionary(uniqueKeysWithValues: results.map { ($0.id, version(of: $0.id)) })
    change { progress in
      for result in results {
        let isAttempt = result.verdict.isPassed || result.verdict.isFailure
        // A starter that nobody touched is not worth a line.
        guard isAttempt || progress[result.id] != ExerciseProgress() else { continue }
        progress[result.id].judged(
          result.verdict.name, points: result.earned, isAttempt: isAttempt,
          text: versions[result.id] ?? "", at: moment)
        progress.workOn(lesson.number, at: moment)
      }
    }
  }

  /// - Parameter number: the highest hint that has been read, 1-based.
  func record(hint number: Int, of id: String) {
    change { $0[id].hints = max($0[id].hints, number) }
  }

  func recordSolution(of id: String, at moment: Moment = .now) {
    change { $0[id].solution = $0[id].solution ?? moment }
  }

  private func change(_ change: (inout CourseProgress) -> Void) {
    do {
      let update = try file.update(change)
      tell(update.problems)
      if let aside = update.setAside {
        tell(
          "what could be read of \(file.shownPath) is kept in it; the file as it was is \(aside)")
      }
    } catch {
      tell("your progress is not written down: \(error)")
    }
  }

  private func tell(_ problems: [ProgressProblem]) {
    for problem in problems { tell(problem.description) }
  }

  private func tell(_ note: String) {
    if told.insert(note).inserted { Terminal.note(note) }
  }

  /// A name for an exercise's part of the student's file, or for the whole file where its part cannot be
  /// found.
  private func version(of id: String) -> String {
    guard let lesson = course.curriculum.lesson(ofExercise: id),
      let file = course.exerciseFile(of: lesson),
      let text = course.folder.text(of: course.folder.exercisePath(file.name))
    else { return "" }
    var fingerprint = Fingerprint()
    fingerprint.add(file.section(id, in: text) ?? text)
    return String(fingerprint.name.prefix(8))
  }
}
