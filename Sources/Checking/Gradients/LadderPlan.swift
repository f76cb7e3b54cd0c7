public import Transcripts

/// How to look closer at a wrong gradient: cut the case to fewer time steps, and ask for what the
/// gradient is the gradient of.
public struct LadderPlan<Input: Sendable>: Sendable {
  /// T of a case.
  public var steps: @Sendable (Input) -> Int
  /// The case's first `n` steps, 1 ≤ n ≤ T.
  public var prefix: @Sendable (Input, _ n: Int) -> Input
  /// The computation below the gradient, in its order, by the student's own functions: see
  /// ``Exercise/rung(_:on:_:)``.
  public var rungs: @Sendable (Input, Ask) -> [GradientLadder.Rung]

  public init(
    steps: @escaping @Sendable (Input) -> Int,
    prefix: @escaping @Sendable (Input, _ n: Int) -> Input,
    rungs: @escaping @Sendable (Input, Ask) -> [GradientLadder.Rung]
  ) {
    self.steps = steps
    self.prefix = prefix
    self.rungs = rungs
  }
}

extension Exercise {
  /// Whether the student's program agrees with this exercise's reference on one more input.
  ///
  /// - Parameter name: "forward pass".
  public func rung(_ name: String, on input: Input, _ ask: Ask) -> GradientLadder.Rung {
    func rung(_ holds: Bool?, _ finding: String) -> GradientLadder.Rung {
      GradientLadder.Rung(name: "\(name) (\(id))", holds: holds, finding: finding)
    }
    guard let data = try? Wire.encode(input), let right = try? reference(input) else {
      return rung(nil, "could not be asked")
    }
    switch ask(id, data) {
    case .output(let data):
      guard let output = try? Wire.decode(Output.self, from: data) else {
        return rung(false, "gives no result of this exercise")
      }
      switch compare(
        expected: observations(right), got: observations(output), tolerance: tolerance)
      {
      case .equal(let worst): return rung(true, "agrees, worst relative error \(number(worst))")
      case .different(_, let finding, _): return rung(false, finding)
      }
    case .notImplemented: return rung(nil, "is not written yet")
    case .threw(let message): return rung(false, "throws \(message)")
    case .crashed(let crash): return rung(false, "crashes: \(crash.reason)")
    case .timedOut: return rung(false, "does not come to an end")
    case .memory: return rung(false, "needs more memory than there is")
    case .noReply(let reason): return rung(false, reason)
    }
  }
}
