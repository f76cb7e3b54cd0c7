public import Sorting

/// The place at which a card goes into a sorted hand.
public func insertionPoint(of card: Card, in hand: [Card], by isBefore: Order) throws -> Int {
  var place = hand.count
  while place > 0, isBefore(card, hand[place - 1]) { place -= 1 }
  return place
}

/// The cards in order, those of one rank as they came.
public func insertionSort(_ cards: [Card], by isBefore: Order) throws -> [Card] {
  var hand: [Card] = []
  for card in cards {
    hand.insert(card, at: try insertionPoint(of: card, in: hand, by: isBefore))
  }
  return hand
}
