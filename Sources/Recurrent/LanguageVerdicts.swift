/// What a network's predictions over one string of a language are worth.
public struct PredictionVerdict: Sendable, Codable, Equatable {
  /// Per step: no token that may not follow reaches the threshold.
  public var sound: [Bool]
  /// Per step: every token that may follow reaches the threshold.
  public var complete: [Bool]
  /// How many steps leave no choice: one token alone may follow.
  public var deterministicSteps: Int
  /// At how many of these the likeliest token is the one that may follow.
  public var deterministicRight: Int
  /// Whether every step is sound.
  public var isSound: Bool
  /// Whether every step is sound and complete: the sets agree.
  public var isExact: Bool

  public init(
    sound: [Bool], complete: [Bool], deterministicSteps: Int, deterministicRight: Int,
    isSound: Bool, isExact: Bool
  ) {
    self.sound = sound
    self.complete = complete
    self.deterministicSteps = deterministicSteps
    self.deterministicRight = deterministicRight
    self.isSound = isSound
    self.isExact = isExact
  }
}

/// Whether a sequence of tokens is taken for a string of a language.
public typealias Recogniser = (_ string: [Int]) throws -> Bool

/// How far a recogniser counts, judged by the strings of a language and by their near misses.
public struct Reach: Sendable, Codable, Equatable {
  /// The smallest n whose own string is refused; `nil` where none is.
  public var firstRefused: Int?
  /// The smallest n with a near miss that is accepted; `nil` where there is none.
  public var firstNearMiss: Int?
  /// The share of right n among those of the training, 0 … 1.
  public var inside: Double
  /// The share of right n beyond those, 0 … 1.
  public var beyond: Double

  public init(firstRefused: Int?, firstNearMiss: Int?, inside: Double, beyond: Double) {
    self.firstRefused = firstRefused
    self.firstNearMiss = firstNearMiss
    self.inside = inside
    self.beyond = beyond
  }
}
