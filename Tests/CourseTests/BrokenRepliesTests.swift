import Checking
import Contracts
import Course
import Foundation
import Recurrent
import Testing
import Transcripts

/// Replies that are no results: none of them passes, none of them stops the checks.
@Suite struct BrokenRepliesTests {
  @Test(
    "a reply that is no result of the exercise is failed", arguments: ids,
    ["", "null", "{}", "[]", "42", "\"passed\"", "{\"verdict\": \"passed\"}", "[[[]]]", "\u{0}"])
  func foreign(id: String, reply: String) {
    // An empty list is a list of tokens, though never the right one.
    let program = Program(id, raw: { _ in .output(Data(reply.utf8)) })
    #expect(program.verdict(id).failure != nil)
  }

  @Test("the answer to another exercise is failed", arguments: ids, ids)
  func exchanged(id: String, other: String) throws {
    guard id != other, let reply = firstReplies[other] else { return }
    let program = Program(id, raw: { _ in .output(reply) })
    #expect(program.verdict(id).failure != nil)
  }

  @Test("one answer for all challenges is failed", arguments: ids)
  func replayed(id: String) throws {
    for reply in replies(id) {
      let program = Program(id, raw: { _ in .output(reply) })
      #expect(program.verdict(id).failure != nil)
    }
  }

  // Not 02.1, 04.1 and 07.1, where any orthogonal weights are right, and so are yesterday's.
  @Test(
    "the answers to another seed's challenges are failed",
    arguments: ids.filter { !["02.1", "04.1", "07.1"].contains($0) })
  func yesterdays(id: String) throws {
    let recorded = Recorder(replies(id, seed: 2))
    let program = Program(
      id, raw: { _ in recorded.next().map { .output($0) } ?? .noReply("no more") })
    #expect(!program.verdict(id, seed: 3).isPassed)
  }

  @Test("a NaN in place of any number is failed", arguments: ids)
  func notANumber(id: String) throws {
    // The number at one place of every reply, the place from 0 on.
    for place in 0..<8 {
      let program = Program(
        id,
        raw: { input in
          guard case .output(let data) = course(id).reference(input) else { return .noReply("") }
          return .output(replacingNumber(at: place, in: data, by: "\"nan\""))
        })
      guard program.changes(id) else { continue }
      #expect(program.verdict(id).failure != nil, "place \(place)")
    }
  }

  @Test("an infinity in place of any number is failed", arguments: ids)
  func infinite(id: String) throws {
    for place in 0..<8 {
      let program = Program(
        id,
        raw: { input in
          guard case .output(let data) = course(id).reference(input) else { return .noReply("") }
          return .output(replacingNumber(at: place, in: data, by: "\"inf\""))
        })
      guard program.changes(id) else { continue }
      #expect(program.verdict(id).failure != nil, "place \(place)")
    }
  }

  @Test("a vector that is one element too long is failed", arguments: ids)
  func tooLong(id: String) throws {
    let program = Program(
      id,
      raw: { input in
        guard case .output(let data) = course(id).reference(input) else { return .noReply("") }
        let text = String(decoding: data, as: UTF8.self)
        guard let end = text.lastIndex(of: "]"), let before = text[..<end].last, before != "["
        else {
          return .output(data)
        }
        let element = before == "\"" ? "\"a\"" : before == "]" ? "[0]" : "0"
        return .output(Data((text[..<end] + "," + element + text[end...]).utf8))
      })
    guard program.changes(id) else { return }
    #expect(program.verdict(id).failure != nil)
  }

  @Test(
    "a backward pass without a forward pass or a loss says what is missing",
    arguments: [
      ("03.1", "02.4"), ("03.1", "02.5"), ("04.4", "04.3"), ("04.4", "02.5"), ("06.4", "06.3"),
      ("07.4", "07.3"),
      ("07.4", "02.5"), ("09.4", "09.1"), ("09.5", "09.2"), ("09.6", "09.3"),
    ])
  func missingForwardPass(id: String, missing: String) throws {
    let program = Program(missing, raw: { _ in .notImplemented(missing) })
    let failure = try #require(program.verdict(id).failure)
    #expect(failure.claim == "your gradient equals the finite difference of your own forward pass")
    #expect(
      failure.finding == """
        \(missing) is not written yet: it throws NotImplemented(\(missing)). Without it there is no loss to \
        take a finite difference of; what \(id) gives is not at fault
        """)
    #expect(failure.diagnosis == nil)
  }

  @Test(
    "a backward pass notices a forward pass that is not its own",
    arguments: [("03.1", "02.4", "rnn"), ("04.4", "04.3", "lstm"), ("07.4", "07.3", "gru")])
  func foreignForwardPass(id: String, forward: String, network: String) throws {
    let mutant = try #require(
      course(forward).mutants.first { $0.name == "logits without their bias" })
    let failure = try #require(Program(forward, raw: mutant.answer).verdict(id).failure)
    #expect(failure.finding.contains("of your \(network)Backward is"))
    #expect(failure.finding.contains("of your \(network)Forward and crossEntropy is"))
    #expect(failure.finding.contains("one of the three does not belong to the others"))
    #expect(failure.finding.contains("(relative difference "))
    #expect(failure.finding.contains(", allowed 1e-06, or 1e-09 in all)"))
  }
}

/// The reference's answer to each exercise's first challenge.
private let firstReplies = ids.reduce(into: [String: Data]()) { $0[$1] = replies($1).first }

private func replies(_ id: String, seed: UInt64 = 1) -> [Data] {
  var replies: [Data] = []
  _ = course(id).check(seed) { exercise, input in
    let outcome = course(exercise).reference(input)
    if exercise == id, case .output(let data) = outcome { replies.append(data) }
    return outcome
  }
  return replies
}

extension Program {
  /// Whether any reply differs from the reference's.
  fileprivate func changes(_ id: String) -> Bool {
    var changed = false
    _ = course(id).check(1) { exercise, input in
      let right = course(exercise).reference(input)
      if ask(exercise, input) != right { changed = true }
      return right
    }
    return changed
  }
}

/// Replies one after the other.
private final class Recorder: @unchecked Sendable {
  private var replies: [Data]
  init(_ replies: [Data]) { self.replies = replies }
  func next() -> Data? { replies.isEmpty ? nil : replies.removeFirst() }
}

/// The JSON text with its number at `place` replaced; shapes do not count as numbers.
private func replacingNumber(at place: Int, in data: Data, by text: String) -> Data {
  let json = String(decoding: data, as: UTF8.self)
  let pattern = /(?<prefix>"shape":\[[0-9,]*\])|"(?:[^"\\]|\\.)*"|-?[0-9][0-9.eE+-]*/
  var seen = -1
  for match in json.matches(of: pattern) {
    guard let first = match.0.first, first == "-" || first.isNumber else { continue }
    seen += 1
    if seen == place {
      return Data((json[..<match.range.lowerBound] + text + json[match.range.upperBound...]).utf8)
    }
  }
  return data
}
