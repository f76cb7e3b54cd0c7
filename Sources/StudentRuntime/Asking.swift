import Synchronization
import Transcripts

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What the model answer of an earlier exercise gives: the body of a given function, which stands in
/// for yours while an exercise that builds on it is judged alone.
///
/// The model answer is not in this program; the checks are asked, and they answer for the exercises that
/// the judged one builds on and for no other.
///
/// - Throws: ``NoModelAnswer`` when the checks refuse, or when the model answer throws or traps on
///   this input.
public func modelAnswer<Input: Encodable, Output: Decodable>(
  of exercise: String, for input: Input, as type: Output.Type = Output.self
) throws -> Output {
  let question = try Wire.encode(input)
  // Two threads of the student's may want something at once; the channel has room for one question.
  let reply = asking.withLock { _ in
    let channel = Channel.shared
    channel.send(ReplyHeader(.ask, ticket: channel.ticket, text: exercise), question)
    return channel.receive()
  }
  guard let (call, payload) = reply else {
    throw NoModelAnswer(description: "the checks have ended")
  }
  guard call.kind == .answer else {
    let reason = try? Wire.decode(String.self, from: payload)
    throw NoModelAnswer(description: reason ?? "the checks do not answer for \(exercise) here")
  }
  return try Wire.decode(type, from: payload)
}

private let asking = Mutex(())

/// Why an earlier exercise's model answer gives nothing for an input.
public struct NoModelAnswer: Error, CustomStringConvertible {
  /// "the model answer of 03.1 ends with: index 9 is outside a vector of 4".
  public var description: String
}
