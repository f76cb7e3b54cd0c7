// 02 Merge sort – the exercises of lessons/02-merge-sort.md.
// Work here, then: swift run sorting run 02

import Sorting
import StudentRuntime

// MARK: - 02.1 Merging two hands

/// Two sorted hands as one.
///
/// - Parameters:
///   - left: sorted; of two equals, its card comes first.
///   - right: sorted.
///   - isBefore: whether one card must stand before another.
func merge(_ left: [Card], _ right: [Card], by isBefore: Order) throws -> [Card] {
  // TODO: Take the smaller of the two first cards until there is none.
  throw NotImplemented("02.1")
}

// MARK: - 02.2 Merge sort

/// The cards in order, those of one rank as they came.
///
/// - Parameters:
///   - cards: in any order.
///   - isBefore: whether one card must stand before another.
func mergeSort(_ cards: [Card], by isBefore: Order) throws -> [Card] {
  // TODO: Sort each half, then merge them.
  throw NotImplemented("02.2")
}
