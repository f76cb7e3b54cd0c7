/// Eight numbers that are computed at once.
typealias Lane = SIMD8<Double>

/// A run of lanes at a fixed place, freed by whoever allocated it.
typealias Lanes = UnsafeMutablePointer<Lane>

extension UnsafeMutablePointer<Lane> {
  /// `count` lanes of zeros.
  static func zeros(_ count: Int) -> Lanes {
    let lanes = Lanes.allocate(capacity: max(1, count))
    lanes.initialize(repeating: .zero, count: max(1, count))
    return lanes
  }

  /// The numbers in the lanes, one by one.
  var scalars: UnsafeMutablePointer<Double> {
    UnsafeMutableRawPointer(self).assumingMemoryBound(to: Double.self)
  }

  func clear(_ count: Int) { update(repeating: .zero, count: count) }

  /// self += factor · other.
  func add(_ other: Lanes, times factor: Double, _ count: Int) {
    let factor = Lane(repeating: factor)
    for k in 0..<count { self[k].addProduct(other[k], factor) }
  }

  /// Σ squares of `count` lanes.
  func sumOfSquares(_ count: Int) -> Double {
    var (even, odd) = (Lane.zero, Lane.zero)
    var k = 0
    while k + 2 <= count {
      even.addProduct(self[k], self[k])
      odd.addProduct(self[k + 1], self[k + 1])
      k += 2
    }
    if k < count { even.addProduct(self[k], self[k]) }
    return (even + odd).sum()
  }
}
