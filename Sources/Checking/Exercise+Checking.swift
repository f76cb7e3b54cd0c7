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
  /// The challenge in which a program stopped: crashed, hung, or took too much.
  public var stoppedAt: String?

  public init(
    verdict: Verdict, figures: [Figure] = [], tables: [Table] = [], remarks: [Remark] = [],
    stoppedAt: String? = nil
  ) {
    self.verdict = verdict
    self.figures = figures
    self.tables = tables
    self.remarks = remarks
    self.stoppedAt = stoppedAt
  }
}

extension Exercise {
  /// Asks for an answer to every challenge and judges them.
  ///
  /// The first thing that is wrong makes the verdict; the answers to all challenges together make
  /// the diagnosis, because two mistakes may agree on one case and rarely agree on all.
  ///
  /// What goes wrong in the checks themselves is never held against the student: there is no verdict
  /// then, and a remark says whose fault it is.
  public func check(seed: UInt64, ask: Ask) -> CheckResult {
    do {
      return try checked(seed: seed, ask: ask)
    } catch {
      return .withoutVerdict(id, because: error)
    }
  }

  private func checked(seed: UInt64, ask: Ask) throws -> CheckResult {
    let cases = challenges(seed)
    var answers: [(challenge: Challenge<Input>, output: Output)] = []
    var (stopped, stoppedAt): (Verdict?, String?) = (nil, nil)
    for challenge in cases {
      switch try answer(to: challenge, isFirst: answers.isEmpty, ask) {
      case .success(let output): answers.append((challenge, output))
      case .failure(let stop): (stopped, stoppedAt) = (stop.verdict, challenge.name)
      }
      if stopped != nil { break }
    }
    if let stopped, !stopped.isFailure { return CheckResult(verdict: stopped, figures: []) }

    let figures = firstFigure(of: answers).map { [$0] } ?? []
    let comparison = comparesWithReference ? try compared(answers) : Compared()
    if var failure = comparison.failure {
      failure.scope = comparison.scope
      failure.diagnosis = diagnosis(of: answers, ask)
      failure.ladder = ladder(of: answers, ask: ask)
      return CheckResult(verdict: .failed(failure), figures: figures)
    }
    let worstError = comparison.worstError
    for property in properties {
      for (challenge, got) in answers {
        if let finding = try property.finding(challenge.input, got, ask) {
          let failure = Failure(
            claim: property.claim, challenge: challenge.name, finding: finding,
            diagnosis: diagnosis(of: answers, ask))
          return CheckResult(verdict: .failed(failure), figures: figures)
        }
      }
    }
    // A crash after right answers is still a crash; after a wrong one, the wrong one came first.
    if let stopped {
      return CheckResult(verdict: stopped, figures: figures, stoppedAt: stoppedAt)
    }
    let checks = answers.count * (properties.count + (comparesWithReference ? 1 : 0))
    return CheckResult(
      verdict: .passed(checks: checks, worstError: worstError), figures: figures)
  }

  /// What the comparison with the reference comes to.
  private struct Compared {
    /// The first difference.
    var failure: Failure?
    var scope: Failure.Scope?
    var worstError = 0.0
  }

  private func compared(
    _ answers: [(challenge: Challenge<Input>, output: Output)]
  ) throws -> Compared {
    var result = Compared()
    var (right, wrong): ([String], [String]) = ([], [])
    for (challenge, got) in answers {
      let expected: Output
      do {
        expected = try reference(challenge.input)
      } catch {
        throw CheckerFault("the model answer throws \(error) for \(challenge.name)")
      }
      switch compare(
        expected: observations(expected), got: observations(got), tolerance: tolerance)
      {
      case .equal(let error):
        result.worstError = max(result.worstError, error)
        right.append(challenge.name)
      case .different(let claim, let finding, let divergence):
        wrong.append(challenge.name)
        if result.failure == nil {
          result.failure = Failure(
            claim: claim, challenge: challenge.name, finding: finding, divergence: divergence)
        }
      }
    }
    // Where everything is wrong, or all but the end of a program that stopped, there is no pattern.
    if !right.isEmpty, !wrong.isEmpty { result.scope = Failure.Scope(right: right, wrong: wrong) }
    return result
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
  ) throws -> Result<Output, Stop> {
    func failed(_ finding: String) -> Result<Output, Stop> {
      .failure(
        Stop(
          verdict: .failed(
            Failure(
              claim: "\(id) gives a result for \(challenge.name)", challenge: challenge.name,
              finding: finding))))
    }
    let input: Data
    do {
      input = try Wire.encode(challenge.input)
    } catch {
      throw CheckerFault("the challenge \(challenge.name) cannot be encoded: \(error)")
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
}
