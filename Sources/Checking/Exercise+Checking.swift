public import Transcripts

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A verdict and the figures that belong to it.
public struct CheckResult: Sendable, Equatable {
  public var verdict: Verdict
  public var figures: [Figure]
  public var tables: [Table]
  public var remarks: [Remark]

  public init(
    verdict: Verdict, figures: [Figure] = [], tables: [Table] = [], remarks: [Remark] = []
  ) {
    self.verdict = verdict
    self.figures = figures
    self.tables = tables
    self.remarks = remarks
  }
}

extension Exercise {
  /// Asks for an answer to every challenge and judges them.
  ///
  /// The first thing that is wrong makes the verdict; the answers to all challenges together make
  /// the diagnosis, because two mistakes may agree on one case and rarely agree on all.
  public func check(seed: UInt64, ask: Ask) -> CheckResult {
    let cases = challenges(seed)
    var answers: [(challenge: Challenge<Input>, output: Output)] = []
    var stopped: Verdict?
    for challenge in cases {
      switch answer(to: challenge, isFirst: answers.isEmpty, ask) {
      case .success(let output): answers.append((challenge, output))
      case .failure(let stop): stopped = stop.verdict
      }
      if stopped != nil { break }
    }
    if let stopped, !stopped.isFailure { return CheckResult(verdict: stopped, figures: []) }

    let figures = firstFigure(of: answers).map { [$0] } ?? []
    var worstError = 0.0
    for (challenge, got) in answers {
      guard let expected = try? reference(challenge.input) else { continue }
      guard comparesWithReference else { continue }
      switch compare(
        expected: observations(expected), got: observations(got), tolerance: tolerance)
      {
      case .equal(let error): worstError = max(worstError, error)
      case .different(let claim, let finding, let divergence):
        let failure = Failure(
          claim: claim, challenge: challenge.name, finding: finding, divergence: divergence,
          diagnosis: diagnosis(of: answers))
        return CheckResult(verdict: .failed(failure), figures: figures)
      }
    }
    for property in properties {
      for (challenge, got) in answers {
        if let finding = property.finding(challenge.input, got, ask) {
          let failure = Failure(
            claim: property.claim, challenge: challenge.name, finding: finding,
            diagnosis: diagnosis(of: answers))
          return CheckResult(verdict: .failed(failure), figures: figures)
        }
      }
    }
    // A crash after right answers is still a crash; after a wrong one, the wrong one came first.
    if let stopped { return CheckResult(verdict: stopped, figures: figures) }
    let checks = answers.count * (properties.count + (comparesWithReference ? 1 : 0))
    return CheckResult(
      verdict: .passed(checks: checks, worstError: worstError), figures: figures)
  }

  /// The picture of the first answer that makes one, whether or not an earlier answer is wrong.
  private func firstFigure(of answers: [(challenge: Challenge<Input>, output: Output)]) -> Figure? {
    guard let figure else { return nil }
    for (challenge, got) in answers {
      if let expected = try? reference(challenge.input), let picture = figure(expected, got) {
        return picture
      }
    }
    return nil
  }

  private struct Stop: Error { var verdict: Verdict }

  private func answer(
    to challenge: Challenge<Input>, isFirst: Bool, _ ask: Ask
  ) -> Result<Output, Stop> {
    func failed(_ finding: String) -> Result<Output, Stop> {
      .failure(
        Stop(
          verdict: .failed(
            Failure(
              claim: "\(id) gives a result for \(challenge.name)", challenge: challenge.name,
              finding: finding))))
    }
    guard let input = try? Wire.encode(challenge.input) else {
      preconditionFailure("the challenge \(challenge.name) of \(id) cannot be encoded")
    }
    switch ask(id, input) {
    case .output(let data):
      guard let output = try? Wire.decode(Output.self, from: data) else {
        return failed("the reply is not a result of this exercise")
      }
      return .success(output)
    case .notImplemented(let exercise) where exercise == id && isFirst:
      return .failure(Stop(verdict: .notStarted))
    case .notImplemented(let exercise) where exercise != id:
      return .failure(Stop(verdict: .skipped(needs: [exercise])))
    case .notImplemented: return failed("it throws NotImplemented here")
    case .threw(let message): return failed("it throws \(message)")
    case .noReply(let reason): return failed(reason)
    case .crashed(let crash): return .failure(Stop(verdict: .crashed(crash)))
    case .timedOut(let seconds): return .failure(Stop(verdict: .timedOut(seconds: seconds)))
    case .memory(let bytes): return .failure(Stop(verdict: .memory(bytes: bytes)))
    }
  }

  /// The one misconception that gives the student's results in every case.
  ///
  /// Where two fit, neither is named: a wrong name costs a student more than none.
  private func diagnosis(
    of answers: [(challenge: Challenge<Input>, output: Output)]
  ) -> Diagnosis? {
    let fitting = misconceptions.filter { misconception in
      answers.allSatisfy { challenge, output in
        guard let wrong = try? misconception.implementation(challenge.input),
          case .equal = compare(
            expected: observations(wrong), got: observations(output), tolerance: .diagnosis,
            explainsNaN: true)
        else { return false }
        return true
      }
    }
    guard fitting.count == 1, let only = fitting.first else { return nil }
    return Diagnosis([only.cause])
  }
}
