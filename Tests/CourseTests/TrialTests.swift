import Checking
import Contracts
import Course
import Foundation
import Recurrent
import Testing
import Transcripts

/// Exercises in which the student writes a check: the table, and what a check may say and do.
@Suite struct TrialTests {
  @Test("the candidates are right and wrong ones, named once each", arguments: ["03.7", "04.6"])
  func candidates(id: String) throws {
    for seed in seeds {
      let table = try #require(course(id).check(seed, Program().ask).tables.first)
      let names = table.rows.map { $0[0] }
      #expect(Set(names).count == names.count)
      let right = table.rows.filter { $0[1] == "right" }
      let wrong = table.rows.filter { $0[1].hasPrefix("wrong") }
      #expect(right.count >= 7 && wrong.count >= 18 && right + wrong == table.rows)
      #expect(right.allSatisfy { $0[3] == "✓ accepted" })
      #expect(wrong.allSatisfy { $0[3] == "✓ caught" })
    }
  }

  @Test("the candidates come in another order for another seed", arguments: ["03.7", "04.6"])
  func order(id: String) {
    func firstReplies(_ seed: UInt64) -> [Data] {
      var replies: [Data] = []
      _ = course(id).check(seed) { asked, input in
        let outcome = Program().ask(asked, input)
        if case .output(let data) = outcome { replies.append(data) }
        return outcome
      }
      return replies
    }
    #expect(firstReplies(1) == firstReplies(1))
    #expect(firstReplies(1) != firstReplies(2))
  }

  @Test("a check that accepts everything lets the first wrong one pass, by name and question")
  func credulous() throws {
    let result = course("03.7").check(
      3, Program("03.7", { (_: GradientOnTrial) -> [String] in [] }).ask)
    let failure = try #require(result.verdict.failure)
    #expect(failure.claim == "your check catches a wrong gradient")
    #expect(failure.challenge == "right up to the factor 1/T")
    #expect(
      failure.finding == """
        it is wrong in U, V, W, bHidden, bOutput, and your check lets it pass (a question to find it \
        by: Is the loss a sum over the steps or a mean?)
        """)
    #expect(failure.diagnosis?.name == "a check that accepts everything")
    let table = try #require(result.tables.first)
    #expect(
      table.caption.hasPrefix(
        "Your check accepts 8 of 8 right gradients and catches 0 of 20 wrong ones."))
    #expect(table.columns == ["gradient", "is", "your check says", "so it is"])
    #expect(table.rows[0] == ["the backward pass of this lesson", "right", "right", "✓ accepted"])
    #expect(table.rows[8][3] == "✗ missed")
  }

  @Test("a check that refuses a right one is told which")
  func strict() throws {
    let result = course("04.6").check(
      3, Program("04.6", { (_: TraceOnTrial) in TraceComplaint("no\u{1B}[31m\nway") }).ask)
    let failure = try #require(result.verdict.failure)
    #expect(failure.claim == "your check accepts a right trace")
    #expect(failure.challenge == "the LSTM of this lesson")
    #expect(failure.finding == "your check refuses a right trace, it says: “no [31m way”")
    #expect(
      result.tables.first?.rows.first
        == ["the LSTM of this lesson", "right", "“no [31m way”", "✗ refused"])
  }

  @Test("whoever accuses a right tensor beside a wrong one has not named what is wrong")
  func elsewhere() throws {
    var program = Program()
    program.replace("03.7") { (input: GradientOnTrial) -> [String] in
      guard case .output(let data) = course("03.7").reference(try Wire.encode(input)) else {
        return []
      }
      let names = try Wire.decode([String].self, from: data)
      return names.isEmpty ? [] : names + ["bias"]
    }
    let result = course("03.7").check(3, program.ask)
    #expect(result.verdict.failure?.claim == "your check names exactly what is wrong")
    #expect(result.tables[0].rows.last?[3] == "✗ accuses others")
    #expect(result.tables[0].caption.contains("catches 0 of 20 wrong ones"))
  }

  @Test("names in another order, or twice, are the same names")
  func sets() {
    var program = Program()
    program.replace("03.7") { (input: GradientOnTrial) -> [String] in
      guard case .output(let data) = course("03.7").reference(try Wire.encode(input)) else {
        return []
      }
      let names = try Wire.decode([String].self, from: data)
      return names.reversed() + names
    }
    for seed in seeds { #expect(program.verdict("03.7", seed: seed).isPassed) }
  }

  @Test("a check that crashes on one trace is crashed, and the table is there all the same")
  func crash() throws {
    let program = Program(
      "04.6",
      raw: { input in
        let text = String(decoding: input, as: UTF8.self)
        if text.contains("\"initialHidden\":[]") { return .crashed(Crash(reason: "index 0")) }
        return course("04.6").reference(input)
      })
    let result = course("04.6").check(3, program.ask)
    #expect(result.verdict == .crashed(Crash(reason: "index 0")))
    let marks = result.tables[0].rows.map { $0[3] }
    #expect(marks.filter { $0 == "✗ crashed" }.count == 1)
    #expect(marks.filter { $0.hasPrefix("✓") }.count == marks.count - 1)
  }

  @Test("what hangs once is not asked again")
  func hang() {
    let calls = Counter()
    let program = Program(
      "04.6",
      raw: { _ in
        calls.add()
        return .timedOut(seconds: 20)
      })
    let result = course("04.6").check(3, program.ask)
    #expect(result.verdict == .timedOut(seconds: 20))
    #expect(calls.count == 1)
    #expect(result.tables[0].rows.filter { $0[3] == "– not asked" }.count >= 20)
  }

  @Test("an error that the check throws is a failure and not a catch")
  func throwing() throws {
    struct Confusion: Error, CustomStringConvertible { var description: String { "confused" } }
    let result = course("03.7").check(
      3, Program("03.7", { (_: GradientOnTrial) -> [String] in throw Confusion() }).ask)
    let failure = try #require(result.verdict.failure)
    #expect(failure.claim == "your check has an answer for every gradient")
    #expect(failure.finding == "your check gives no answer, it throws confused")
    #expect(result.tables[0].rows.allSatisfy { $0[3] == "✗ error" })
  }
}

private final class Counter: @unchecked Sendable {
  private let lock = NSLock()
  private var value = 0

  var count: Int { lock.withLock { value } }
  func add() { lock.withLock { value += 1 } }
}
