import Transcripts

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Answers each call with how long the exercise takes on its input: seconds per run, one number for each
/// of some rounds.
///
/// For a program of its own, in which nothing is judged. What a round costs beside the exercise, reading
/// the input among it, is not measured.
public func measure(_ bindings: [Binding]) {
  let table = Dictionary(bindings.map { ($0.exercise, $0) }, uniquingKeysWith: { a, _ in a })
  while let (call, payload) = Channel.shared.receive(), call.kind == .call {
    guard let binding = table[call.exercise] else {
      Channel.shared.send(
        ReplyHeader(
          .misunderstood, ticket: call.ticket, text: "exercise \(call.exercise) is not bound"))
      continue
    }
    do {
      let seconds = try binding.rounds(payload)
      Channel.shared.send(
        ReplyHeader(.output, ticket: call.ticket, text: ""), try Wire.encode(seconds))
    } catch {
      Channel.shared.send(ReplyHeader(.threw, ticket: call.ticket, text: "\(error)"), Data())
    }
  }
}

/// Runs a piece of work in rounds of at least a millisecond: shorter ones measure the clock.
///
/// - Parameter patience: seconds for all rounds; what takes longer runs three times.
/// - Returns: seconds per run, for 3 to 15 rounds.
func rounds(patience: Double = 0.15, _ work: () throws -> Void) rethrows -> [Double] {
  let clock = ContinuousClock()
  func seconds(_ count: Int) throws -> Double {
    let start = clock.now
    for _ in 0..<count { try work() }
    let (whole, part) = (clock.now - start).components
    return Double(whole) + Double(part) * 1e-18
  }
  // The first run finds caches cold and tells how many make a millisecond.
  let first = try seconds(1)
  let perRun = first < 1e-3 ? try seconds(10) / 10 : first
  let count = min(100_000, max(1, Int(1e-3 / max(perRun, 1e-9))))
  let wanted = max(3, min(15, Int(patience / max(perRun * Double(count), 1e-9))))
  var result: [Double] = []
  for _ in 0..<wanted { result.append(try seconds(count) / Double(count)) }
  return result
}
