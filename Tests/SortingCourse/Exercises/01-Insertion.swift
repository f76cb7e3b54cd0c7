// 01 Insertion sort – the exercises of lessons/01-insertion-sort.md.
// Work here, then: swift run sorting run 01

import Sorting
import StudentRuntime

// MARK: - 01.1 Where the next card goes

/// The place at which a card goes into a sorted hand.
///
/// - Parameters:
///   - card: the new card.
///   - hand: sorted cards, perhaps none.
///   - isBefore: whether one card must stand before another.
/// - Returns: an index in `0...hand.count`, behind all cards that need not come after the new one.
func insertionPoint(of card: Card, in hand: [Card], by isBefore: Order) throws -> Int {
  // TODO: Go to the left as long as the new card belongs before its neighbour.
  throw NotImplemented("01.1")
}

// MARK: - 01.2 Insertion sort

/// The cards in order, those of one rank as they came.
///
/// - Parameters:
///   - cards: in any order.
///   - isBefore: whether one card must stand before another.
func insertionSort(_ cards: [Card], by isBefore: Order) throws -> [Card] {
  // TODO: Put card after card into a hand.
  throw NotImplemented("01.2")
}
