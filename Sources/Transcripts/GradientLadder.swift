/// How far a wrong gradient is from the right one: which of its matrices, by how much, and from which
/// time step on; and whether what it is the gradient of is right.
public struct GradientLadder: Codable, Sendable, Equatable {
  /// In the order of computation: the forward pass, the loss, the backward pass.
  ///
  /// The first that does not hold is to be mended first.
  public var rungs: [Rung]
  /// One row per parameter matrix, bias or initial state.
  public var matrices: [Row]
  /// Up to this relative error a matrix counts as right.
  public var tolerance: Double
  /// The case whose numbers these are.
  public var challenge: String

  public init(rungs: [Rung], matrices: [Row], tolerance: Double, challenge: String) {
    self.rungs = rungs
    self.matrices = matrices
    self.tolerance = tolerance
    self.challenge = challenge
  }

  /// One step of the computation.
  public struct Rung: Codable, Sendable, Equatable {
    /// "forward pass (02.4)".
    public var name: String
    /// `nil` when it could not be asked.
    public var holds: Bool?
    /// What was seen: "agrees, worst relative error 3e-16", "not written yet".
    public var finding: String

    public init(name: String, holds: Bool?, finding: String) {
      self.name = name
      self.holds = holds
      self.finding = finding
    }
  }

  /// One matrix of the gradient beside the right one.
  public struct Row: Codable, Sendable, Equatable {
    /// As the lesson names it: "dV".
    public var name: String
    public var isRight: Bool
    /// ‖got − right‖ / ‖right‖, Euclidean; `nil` where a number is not finite.
    public var relativeError: Double?
    /// The cosine of the angle between the two, laid flat; `nil` where one of them is zero.
    public var cosine: Double?
    /// ‖got‖ / ‖right‖; `nil` where the right one is zero.
    public var ratio: Double?
    /// The factor by which it is right but for it, in words: "−1", "1/T"; `nil` where there is none.
    public var factor: String?
    /// The smallest number of time steps for which it is wrong; `nil` where that was not tried.
    public var wrongFrom: Int?

    public init(
      name: String, isRight: Bool, relativeError: Double?, cosine: Double?, ratio: Double?,
      factor: String? = nil, wrongFrom: Int? = nil
    ) {
      self.name = name
      self.isRight = isRight
      self.relativeError = relativeError
      self.cosine = cosine
      self.ratio = ratio
      self.factor = factor
      self.wrongFrom = wrongFrom
    }
  }
}
