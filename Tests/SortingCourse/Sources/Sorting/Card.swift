/// A playing card: sorted by rank, told apart by suit.
public struct Card: Codable, Hashable, Sendable, CustomStringConvertible {
  /// 1…13.
  public var rank: Int
  /// `"♠"`, `"♥"`, `"♦"` or `"♣"`.
  public var suit: String

  public init(_ rank: Int, _ suit: String) {
    self.rank = rank
    self.suit = suit
  }

  public var description: String { "\(rank)\(suit)" }

  /// `count` cards, the same for the same seed; with many of one rank, so that ties are seen.
  public static func dealt(_ count: Int, seed: UInt64) -> [Card] {
    let suits = ["♠", "♥", "♦", "♣"]
    var state = seed &* 2 &+ 1
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Card(1 + Int((state >> 33) % 13), suits[Int((state >> 50) % 4)])
    }
  }
}
