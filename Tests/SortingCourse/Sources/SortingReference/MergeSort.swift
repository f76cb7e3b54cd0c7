public import Sorting

/// Two sorted hands as one.
public func merge(_ left: [Card], _ right: [Card], by isBefore: Order) throws -> [Card] {
  var (l, r) = (left[...], right[...])
  var merged: [Card] = []
  while let first = l.first, let other = r.first {
    merged.append(isBefore(other, first) ? r.removeFirst() : l.removeFirst())
  }
  return merged + l + r
}

/// The cards in order, those of one rank as they came.
public func mergeSort(_ cards: [Card], by isBefore: Order) throws -> [Card] {
  guard cards.count > 1 else { return cards }
  let middle = cards.count / 2
  return try merge(
    try mergeSort(Array(cards[..<middle]), by: isBefore),
    try mergeSort(Array(cards[middle...]), by: isBefore), by: isBefore)
}
