public import Checking
public import Lessons
import Transcripts

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What came of comparing speeds.
public enum SpeedOutcome: Sendable, Equatable {
  case measured(SpeedComparison)
  /// Why there is nothing to compare, as a sentence without its full stop.
  case notMeasured(String)
}

extension LessonRun {
  /// Runs the student's code and the model answer on an exercise's own challenges, both optimised and each
  /// in a program of its own, in which nothing is judged.
  ///
  /// - Parameter rounds: how often the two take turns.
  public func speed(
    of exercise: AnyExercise, in lesson: Lesson, rounds: Int = 5
  ) throws -> SpeedOutcome {
    let inputs = inputs(of: exercise)
    guard !inputs.isEmpty else { return .notMeasured("the exercise asks for nothing") }
    var programs: [Conversation] = []
    defer { programs.forEach { $0.end() } }
    for subject in [Transcript.Subject.student, .reference] {
      let whose = subject == .student ? "your code" : "the model answer"
      observe(.building("\(whose), optimised"))
      switch try speedProgram(lesson, subject) {
      case .built(let executable):
        // A training run of a lesson takes a second; no round may take for ever.
        programs.append(Conversation(executable: executable, root: folder.root, patience: 60))
      case .rejected, .gaveUp: return .notMeasured("\(whose) does not compile now")
      }
    }
    observe(.checking(id: exercise.id, title: "against the clock"))
    var sums: [[Double]] = [[], []]
    for round in 0..<rounds {
      var times = [0.0, 0.0]
      for input in inputs {
        // Who goes first changes: the second finds the processor warm.
        for index in round.isMultiple(of: 2) ? [0, 1] : [1, 0] {
          switch median(programs[index].ask(exercise.id, input)) {
          case .success(let seconds): times[index] += seconds
          case .failure(let stop):
            return .notMeasured((index == 0 ? "your code " : "the model answer ") + stop.why)
          }
        }
      }
      for index in 0..<2 { sums[index].append(times[index]) }
    }
    return .measured(
      SpeedComparison(challenges: inputs.count, student: sums[0], reference: sums[1]))
  }

  private struct Stop: Error { var why: String }

  private func median(_ outcome: CallOutcome) -> Result<Double, Stop> {
    switch outcome {
    case .output(let data):
      guard let seconds = try? Wire.decode([Double].self, from: data).sorted(), !seconds.isEmpty
      else { return .failure(Stop(why: "answers with something that is no time")) }
      return .success(seconds[seconds.count / 2])
    case .threw(let message): return .failure(Stop(why: "throws \(message) now"))
    case .crashed(let crash): return .failure(Stop(why: "stops now: \(crash.reason)"))
    case .timedOut: return .failure(Stop(why: "takes more than a minute for one challenge"))
    case .memory: return .failure(Stop(why: "wants more memory than there is"))
    case .notImplemented: return .failure(Stop(why: "is not there now"))
    case .noReply(let reason): return .failure(Stop(why: "does not answer: \(reason)"))
    }
  }

  /// What the checks ask for first, as they would ask a right solution.
  private func inputs(of exercise: AnyExercise) -> [Data] {
    var inputs: [Data] = []
    _ = exercise.check(1) { id, input in
      if id == exercise.id, inputs.count < 12 { inputs.append(input) }
      return exercise.reference(input)
    }
    return inputs
  }

  private func speedProgram(
    _ lesson: Lesson, _ subject: Transcript.Subject
  ) throws -> BuildOutcome {
    let sources = try LessonSources(
      lesson, subject: subject, folder: folder, curriculum: curriculum, exercises: exercises,
      modules: modules, toolchain: toolchain, observe: observe)
    let bindings = sources.foundations.map { "bindings\($0.number)" }.joined(separator: " + ")
    let program = Program(
      name: "\(lesson.number)-speed-\(subject.rawValue)",
      main: "import StudentRuntime\n\nmeasure(\(bindings))\n",
      sources: sources.bindings + sources.studentFiles, shelf: sources.shelf,
      usesReference: subject == .reference, isOptimised: true)
    return try Compiler(toolchain: toolchain, folder: folder).build(program)
  }
}
