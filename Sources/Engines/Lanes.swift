import Recurrent

/// Eight numbers that are computed at once.
package typealias Lane = SIMD8<Double>

/// A run of lanes at a fixed place: a vector of the engine, or the columns of a matrix one after
/// another.
///
/// Freed by whoever allocated it.
package typealias Lanes = UnsafeMutablePointer<Lane>

extension UnsafeMutablePointer<Lane> {
  /// `count` lanes of zeros.
  package static func zeros(_ count: Int) -> Lanes {
    let lanes = Lanes.allocate(capacity: max(1, count))
    lanes.initialize(repeating: .zero, count: max(1, count))
    return lanes
  }

  /// The numbers in the lanes, one by one.
  package var scalars: UnsafeMutablePointer<Double> {
    UnsafeMutableRawPointer(self).assumingMemoryBound(to: Double.self)
  }

  package func clear(_ count: Int) { update(repeating: .zero, count: count) }

  /// Copies a vector; what is beyond its end stays zero.
  func fill(_ vector: Vector) {
    for (i, value) in vector.enumerated() { scalars[i] = value }
  }

  /// self += Σⱼ column j · x[j], the sum that makes a matrix–vector product out of columns.
  ///
  /// Four lanes of the result stay in registers while all columns pass: eight AVX registers, as many
  /// as two multiply–add units with four cycles of latency need to be busy.
  @inline(__always)
  func add(columns: Lanes, of height: Int, times x: UnsafeMutablePointer<Double>, count: Int) {
    var k = 0
    while k + 4 <= height {
      var (a, b, c, d) = (self[k], self[k + 1], self[k + 2], self[k + 3])
      for j in 0..<count {
        let factor = Lane(repeating: x[j])
        let column = columns + (j * height + k)
        a.addProduct(column[0], factor)
        b.addProduct(column[1], factor)
        c.addProduct(column[2], factor)
        d.addProduct(column[3], factor)
      }
      (self[k], self[k + 1], self[k + 2], self[k + 3]) = (a, b, c, d)
      k += 4
    }
    while k < height {
      // One lane alone would wait for itself; two sums, over even and odd columns, do not.
      var even = self[k], odd = Lane.zero
      var j = 0
      while j + 2 <= count {
        even.addProduct(columns[j * height + k], Lane(repeating: x[j]))
        odd.addProduct(columns[(j + 1) * height + k], Lane(repeating: x[j + 1]))
        j += 2
      }
      if j < count { even.addProduct(columns[j * height + k], Lane(repeating: x[j])) }
      self[k] = even + odd
      k += 1
    }
  }

  /// Σ squares of `count` lanes, in eight sums.
  func sumOfSquares(_ count: Int) -> Double {
    var (a, b) = (Lane.zero, Lane.zero)
    var k = 0
    while k + 2 <= count {
      a.addProduct(self[k], self[k])
      b.addProduct(self[k + 1], self[k + 1])
      k += 2
    }
    if k < count { a.addProduct(self[k], self[k]) }
    return (a + b).sum()
  }

  /// self += factor · other.
  package func add(_ other: Lanes, times factor: Double, _ count: Int) {
    let factor = Lane(repeating: factor)
    for k in 0..<count { self[k].addProduct(other[k], factor) }
  }
}
