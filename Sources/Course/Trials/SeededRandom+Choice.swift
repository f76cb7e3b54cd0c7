import Recurrent

extension SeededRandom {
  /// The same elements in another order, each order as likely as any other.
  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var result = elements
    for last in result.indices.dropFirst().reversed() {
      result.swapAt(last, integer(in: 0...last))
    }
    return result
  }
}
