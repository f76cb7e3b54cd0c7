public import Checking
import Transcripts

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a program may ask the checks while it answers: the model answers of the exercises that the
/// judged one builds on, and no other's.
public final class Counsel {
  /// The program's own chain of 2,500 updates asks some twelve thousand times; who asks more does
  /// something else.
  public static let limit = 50_000

  private let exercises: Set<String>
  private let answer: Ask
  private var left: Int

  /// - Parameters:
  ///   - exercises: those that may be asked for.
  ///   - answer: gives the model answer, encoded; in a process of its own, because the input comes from
  ///     the student's program and may be anything.
  public init(for exercises: Set<String>, limit: Int = limit, answer: @escaping Ask) {
    self.exercises = exercises
    self.answer = answer
    left = limit
  }

  /// The message to send back; `nil` when it was asked too often.
  func advice(on exercise: String, _ input: Data) -> [UInt8]? {
    guard left > 0 else { return nil }
    left -= 1
    guard exercises.contains(exercise) else {
      return refusal("the model answer of \(exercise) is not to be had here")
    }
    switch answer(exercise, input) {
    case .output(let data): return message(.answer, data)
    case .threw(let error): return refusal("the model answer of \(exercise) throws \(error)")
    case .crashed(let crash):
      return refusal("the model answer of \(exercise) cannot work with this input: \(crash.reason)")
    case .notImplemented, .timedOut, .memory, .noReply:
      return refusal("the model answer of \(exercise) gives nothing for this input")
    }
  }

  private func refusal(_ reason: String) -> [UInt8] {
    message(.refusal, (try? Wire.encode(reason)) ?? Data())
  }

  private func message(_ kind: CallHeader.Kind, _ payload: Data) -> [UInt8] {
    let end = UInt8(ascii: "\n")
    let header = (try? Wire.encode(CallHeader(kind))).map { Array($0) } ?? []
    return header + [end] + payload + [end]
  }
}
