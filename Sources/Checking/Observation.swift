/// One named tensor of an output, laid flat for comparison.
public struct Observation: Sendable, Equatable {
  public enum Values: Sendable, Equatable {
    case numbers([Double])
    case integers([Int])
    case words([String])
  }

  /// As the lesson names it: `hidden`, `dV`.
  public var name: String
  /// What should be true of it, as a sentence.
  public var claim: String
  /// The lengths of the axes, the first being time if `hasTimeAxis`.
  public var shape: [Int]
  public var values: Values
  public var hasTimeAxis: Bool

  public init(
    _ name: String, claim: String, shape: [Int], values: Values, hasTimeAxis: Bool = false
  ) {
    self.name = name
    self.claim = claim
    self.shape = shape
    self.values = values
    self.hasTimeAxis = hasTimeAxis
  }

  /// A single number.
  public init(_ name: String, claim: String, _ number: Double) {
    self.init(name, claim: claim, shape: [], values: .numbers([number]))
  }

  var count: Int {
    switch values {
    case .numbers(let numbers): numbers.count
    case .integers(let integers): integers.count
    case .words(let words): words.count
    }
  }
}
