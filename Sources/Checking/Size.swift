/// A length that a lesson has a letter for: T steps, V words.
public struct Size: Sendable, Equatable {
  /// `"T"`.
  public var symbol: String
  /// "the number of steps".
  public var meaning: String
  public var value: Int

  public init(_ symbol: String, _ meaning: String, _ value: Int) {
    self.symbol = symbol
    self.meaning = meaning
    self.value = value
  }
}
