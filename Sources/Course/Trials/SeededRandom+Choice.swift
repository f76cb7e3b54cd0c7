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

extension SeededRandom {
  /// Numbers between −limit and limit, all equally likely.
  mutating func bounded(_ count: Int, by limit: Double) -> Vector {
    Vector((0..<count).map { _ in limit * (2 * uniform() - 1) })
  }
}
