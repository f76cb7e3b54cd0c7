import Checking
import Course
import Foundation
import Recurrent
import Transcripts

/// A student's program that runs in this process: the reference, with some functions replaced.
struct Program: Sendable {
  private var answers: [String: @Sendable (Data) -> CallOutcome] = [:]

  /// The model answers.
  init() {}

  /// The model answers, with one exercise answered by `function`.
  init<Input: Codable & Sendable, Output: Codable & Sendable>(
    _ exercise: String, _ function: @escaping @Sendable (Input) throws -> Output
  ) {
    replace(exercise, function)
  }

  init(_ exercise: String, raw answer: @escaping @Sendable (Data) -> CallOutcome) {
    answers[exercise] = answer
  }

  mutating func replace<Input: Codable & Sendable, Output: Codable & Sendable>(
    _ exercise: String, _ function: @escaping @Sendable (Input) throws -> Output
  ) {
    answers[exercise] = { data in
      do {
        return .output(try Wire.encode(try function(try Wire.decode(Input.self, from: data))))
      } catch let error as NotImplemented {
        return .notImplemented(error.exercise)
      } catch {
        return .threw("\(error)")
      }
    }
  }

  func ask(_ exercise: String, _ input: Data) -> CallOutcome {
    if let answer = answers[exercise] { return answer(input) }
    return course(exercise).reference(input)
  }

  /// What the checks say of it.
  func verdict(_ exercise: String, seed: UInt64 = 1) -> Verdict {
    course(exercise).check(seed, ask).verdict
  }
}

/// The exercise with this id.
func course(_ id: String) -> AnyExercise {
  guard let exercise = courseExercises.first(where: { $0.id == id }) else {
    preconditionFailure("the course has no exercise \(id)")
  }
  return exercise
}

extension Verdict {
  var failure: Failure? { if case .failed(let failure) = self { failure } else { nil } }
  /// The name of the misconception that was recognised.
  var diagnosis: String? { failure?.diagnosis?.name }
}

/// Twenty seeds, small ones and one that differs from a small one only in its upper half.
let seeds: [UInt64] = Array(0..<18) + [1 << 40 | 3, .max]

/// What the parameterised tests run over.
let ids = courseExercises.map(\.id)
