package import Transcripts

#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif

/// The thread from an exercise's id to the student's function.
public struct Binding {
  let exercise: String
  let reply: (Data) -> (ReplyHeader.Kind, String, Data)
  /// How long the function takes on an input, in seconds per run; see ``measure(_:)``.
  let rounds: (Data) throws -> [Double]

  /// A function that reads its input and writes its output itself.
  ///
  /// - Parameter reply: from the encoded input the kind of the reply, its text and its payload.
  package init(
    _ exercise: String, reply: @escaping (Data) -> (ReplyHeader.Kind, String, Data)
  ) {
    self.exercise = exercise
    self.reply = reply
    rounds = { payload in StudentRuntime.rounds { keepAlive(reply(payload)) } }
  }

  /// - Parameters:
  ///   - exercise: `"03.1"`.
  ///   - function: calls the student's code with the contract's input.
  public init<Input: Decodable, Output: Encodable>(
    _ exercise: String, _ function: @escaping (Input) throws -> Output
  ) {
    self.exercise = exercise
    rounds = { payload in
      let input = try Wire.decode(Input.self, from: payload)
      return try StudentRuntime.rounds { keepAlive(try function(input)) }
    }
    reply = { payload in
      let input: Input
      do {
        input = try Wire.decode(Input.self, from: payload)
      } catch {
        return (.misunderstood, "the input cannot be read: \(error)", Data())
      }
      do {
        return (.output, "", try Wire.encode(try function(input)))
      } catch let error as NotImplemented {
        return (.notImplemented, error.exercise, Data())
      } catch {
        return (.threw, "\(error)", Data())
      }
    }
  }
}

/// Takes a result so that the optimiser cannot leave out what made it.
@inline(never)
private func keepAlive<Value>(_: Value) {}

/// Answers the parent's calls until it has no more.
public func answer(_ bindings: [Binding]) {
  let table = Dictionary(bindings.map { ($0.exercise, $0) }, uniquingKeysWith: { a, _ in a })
  while let (call, payload) = Channel.shared.receive(), call.kind == .call {
    guard let binding = table[call.exercise] else {
      Channel.shared.send(
        ReplyHeader(
          .misunderstood, ticket: call.ticket, text: "exercise \(call.exercise) is not bound"))
      continue
    }
    Channel.shared.ticket = call.ticket
    let (kind, text, output) = binding.reply(payload)
    Channel.shared.send(ReplyHeader(kind, ticket: call.ticket, text: text), output)
  }
}
