import Foundation
import Testing
import Transcripts

@testable import bench

@Suite("HeldOutRates")
struct HeldOutRatesTests {
  @Test("what a verdict is worth depends on what is true of the case")
  func outcomes() throws {
    let uphill = try Self.subject("wrong", named: "uphill")
    let right = try Self.subject("right")
    let said = Self.failed("a step uphill")
    #expect(HeldOutFinding(uphill, said).outcome == .namedRight)
    #expect(HeldOutFinding(uphill, Self.failed("a mean")).outcome == .namedWrong)
    #expect(HeldOutFinding(uphill, Self.failed(nil)).outcome == .silent)
    #expect(HeldOutFinding(uphill, Self.passed).outcome == .missed)
    #expect(HeldOutFinding(right, Self.passed).outcome == .passed)
    #expect(HeldOutFinding(right, Self.failed(nil)).outcome == .accused)
    #expect(HeldOutFinding(uphill, .timedOut(seconds: 20)).outcome == .unusable)
  }

  @Test("the question, which may ask about anything, does not count as a name")
  func question() throws {
    let verdict = Self.failed("a mean", question: "Does the step lead uphill?")
    #expect(
      HeldOutFinding(try Self.subject("wrong", named: "uphill"), verdict).outcome == .namedWrong)
  }

  @Test("nine causes in ten are enough, eight are not")
  func namedOften() throws {
    #expect(try Self.rates(namedRight: 9, silent: 1).isGoodEnough)
    #expect(try !Self.rates(namedRight: 8, silent: 2).isGoodEnough)
  }

  @Test("one wrong name is forgiven and a second is not, and neither a miss nor an accusation")
  func unforgiven() throws {
    #expect(try Self.rates(namedRight: 44, namedWrong: 1).isGoodEnough)
    #expect(try !Self.rates(namedRight: 43, namedWrong: 2).isGoodEnough)
    #expect(try !Self.rates(namedRight: 44, missed: 1).isGoodEnough)
    #expect(try !Self.rates(namedRight: 45, accused: 1).isGoodEnough)
  }

  @Test("rates of nothing are not good enough")
  func empty() { #expect(!HeldOutRates([]).isGoodEnough) }

  // MARK: - Cases

  private static func subject(_ truth: String, named: String = "") throws -> HeldOutCase {
    try HeldOutCase(
      name: "03.4-x",
      text: "// exercise: 03.4\n// is: \(truth)\n// cause: uphill\n// named: \(named)\n")
  }

  private static let passed = Verdict.passed(checks: 1, worstError: 0)

  private static func failed(_ name: String?, question: String = "") -> Verdict {
    .failed(
      Failure(
        claim: "", challenge: "", finding: "",
        diagnosis: name.map { Diagnosis(name: $0, question: question) }))
  }

  private static func rates(
    namedRight: Int, namedWrong: Int = 0, silent: Int = 0, missed: Int = 0, accused: Int = 0
  ) throws -> HeldOutRates {
    let wrong = try subject("wrong", named: "uphill")
    let right = try subject("right")
    func times(_ count: Int, _ subject: HeldOutCase, _ verdict: Verdict) -> [HeldOutFinding] {
      Array(repeating: HeldOutFinding(subject, verdict), count: count)
    }
    return HeldOutRates(
      times(namedRight, wrong, failed("uphill")) + times(namedWrong, wrong, failed("a mean"))
        + times(silent, wrong, failed(nil)) + times(missed, wrong, passed)
        + times(accused, right, failed(nil)) + times(3, right, passed))
  }
}
