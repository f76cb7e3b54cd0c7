import Checking
import Transcripts

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A property asked the student's program once more, and no result came of it.
struct NoAnswer: Error {
  /// `"02.4"`.
  var exercise: String
  /// What came instead, to be read after "02.4".
  var reason: String

  var finding: String { "\(exercise) \(reason)" }

  /// Asks for one answer.
  ///
  /// - Throws: ``CheckerFault`` when the question cannot be put.
  static func catching<Output: Decodable>(
    from ask: Ask, _ exercise: String, _ input: some Encodable, as type: Output.Type
  ) throws -> Result<Output, NoAnswer> {
    func failed(_ reason: String) -> Result<Output, NoAnswer> {
      .failure(NoAnswer(exercise: exercise, reason: reason))
    }
    let data: Data
    do {
      data = try Wire.encode(input)
    } catch {
      throw CheckerFault("an input of \(exercise) cannot be encoded: \(error)")
    }
    switch ask(exercise, data) {
    case .output(let data):
      guard let output = try? Wire.decode(type, from: data) else {
        return failed("replied with something that is not its result")
      }
      return .success(output)
    case .notImplemented(let name):
      return failed("is not written yet: it throws NotImplemented(\(name))")
    case .threw(let message): return failed("throws \(message)")
    case .crashed(let crash): return failed("crashes: \(crash.reason)")
    case .timedOut(let seconds): return failed("does not answer within \(seconds) seconds")
    case .memory: return failed("needs more memory than there is")
    case .noReply(let reason): return failed("gives no answer: \(reason)")
    }
  }
}
