import ArgumentParser
import Checking
import StudentRuntime
import Transcripts

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Gives the model answers over the channel of the checks; started by the tool itself, as a process
/// that may trap on whatever a student's program sends.
struct ModelAnswersCommand<Course: CourseDefinition>: ParsableCommand {
  static var name: String { "model-answers" }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: name, abstract: "Answer the checks; not for people.", shouldDisplay: false)
  }

  func run() {
    answer(
      Course.exercises.map { exercise in
        Binding(
          exercise.id,
          reply: { input in
            switch exercise.reference(input) {
            case .output(let output): (.output, "", output)
            case .threw(let error): (.threw, error, Data())
            default: (.misunderstood, "no result", Data())
            }
          })
      })
  }
}
