/// A generator whose stream follows from its seed: the Mersenne Twister MT19937 as NumPy's
/// `RandomState` runs it, so that published seeds give the published data and weights.
///
/// - Source: Matsumoto and Nishimura 1998, "Mersenne Twister: a 623-dimensionally equidistributed
///   uniform pseudo-random number generator".
public struct SeededRandom: Sendable, RandomNumberGenerator {
  private var state: [UInt32]
  private var position = 624
  /// The polar method makes normal numbers in pairs; the second waits here.
  private var spareNormal: Double?

  public init(seed: UInt32) {
    state = Array(repeating: seed, count: 624)
    for k in 1..<624 {
      state[k] = 1_812_433_253 &* (state[k - 1] ^ (state[k - 1] >> 30)) &+ UInt32(k)
    }
  }

  /// 32 random bits.
  public mutating func nextBits() -> UInt32 {
    if position == 624 { regenerate() }
    var y = state[position]
    position += 1
    y ^= y >> 11
    y ^= (y << 7) & 0x9d2c_5680
    y ^= (y << 15) & 0xefc6_0000
    return y ^ (y >> 18)
  }

  public mutating func next() -> UInt64 {
    let high = UInt64(nextBits())
    return high << 32 | UInt64(nextBits())
  }

  private mutating func regenerate() {
    for k in 0..<624 {
      let y = (state[k] & 0x8000_0000) | (state[(k + 1) % 624] & 0x7fff_ffff)
      state[k] = state[(k + 397) % 624] ^ (y >> 1) ^ (y & 1 == 0 ? 0 : 0x9908_b0df)
    }
    position = 0
  }
}

extension SeededRandom {
  /// Uniform in 0 ..< 1, 53 bits.
  public mutating func uniform() -> Double {
    let high = Double(nextBits() >> 5)
    let low = Double(nextBits() >> 6)
    return (high * 67_108_864 + low) / 9_007_199_254_740_992
  }

  /// A whole number in `range`, each equally likely: draws are masked and those beyond are dropped.
  public mutating func integer(in range: ClosedRange<Int>) -> Int {
    let span = UInt32(range.upperBound - range.lowerBound)
    if span == 0 { return range.lowerBound }
    let mask = UInt32.max >> UInt32(span.leadingZeroBitCount)
    while true {
      let draw = nextBits() & mask
      if draw <= span { return range.lowerBound + Int(draw) }
    }
  }

  /// Normal with mean 0 and variance 1, by Marsaglia's polar method.
  public mutating func normal() -> Double {
    if let spare = spareNormal {
      spareNormal = nil
      return spare
    }
    while true {
      let a = 2 * uniform() - 1
      let b = 2 * uniform() - 1
      let square = a * a + b * b
      if square < 1, square > 0 {
        let factor = (-2 * log(square) / square).squareRoot()
        spareNormal = factor * a
        return factor * b
      }
    }
  }

  /// A rows × columns matrix of normal numbers, drawn row by row.
  public mutating func normal(_ rows: Int, _ columns: Int) -> Matrix {
    Matrix(rows, columns, (0..<rows * columns).map { _ in normal() })
  }
}
