/// What 01.1 takes: a card, and a hand that is sorted already.
public struct InsertionPointInput: Codable, Sendable {
  public var card: Card
  public var hand: [Card]

  public init(_ card: Card, into hand: [Card]) {
    self.card = card
    self.hand = hand
  }
}

/// What 02.1 takes: two sorted hands.
public struct MergeInput: Codable, Sendable {
  public var left: [Card]
  public var right: [Card]

  public init(_ left: [Card], _ right: [Card]) {
    self.left = left
    self.right = right
  }
}

/// Whether one card must stand before another.
public typealias Order = (Card, Card) -> Bool

/// The order of this course: by rank, whatever the suit.
public func byRank(_ a: Card, _ b: Card) -> Bool { a.rank < b.rank }
