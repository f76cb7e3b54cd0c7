// σ and tanh of eight numbers at once, to the last places. Files are optimised one by one, and a lane
// given from file to file is halved on the way: what is called for every step works in memory.

/// The activations of quads, in place: σ of three lanes of four, tanh of the candidate's.
func activate(_ quads: Lanes, _ count: Int) {
  for k in 0..<count * 4 where k % 4 != 2 { quads[k] = sigmoid(quads[k]) }
  for k in 0..<count { quads[k * 4 + 2] = tanh(quads[k * 4 + 2]) }
}

/// `count` lanes of tanh.
func tanh(_ source: Lanes, into target: Lanes, _ count: Int) {
  for k in 0..<count { target[k] = tanh(source[k]) }
}

/// σ(x) = 1/(1 + e⁻ˣ), with no digits lost on either side.
@inline(__always)
func sigmoid(_ x: Lane) -> Lane {
  let negative = x .< 0
  let (power, rest) = exponential(minus: x.replacing(with: -x, where: negative))
  let e = power.addingProduct(power, rest)
  return Lane(repeating: 1).replacing(with: e, where: negative) / (1 + e)
}

/// The hyperbolic tangent: (1 − e^{−2|x|})/(1 + e^{−2|x|}), with the sign of x.
@inline(__always)
func tanh(_ x: Lane) -> Lane {
  let negative = x .< 0
  let (power, rest) = exponential(minus: 2 * x.replacing(with: -x, where: negative))
  // One minus the power first: for small x the power is 1, and the rest is all that is left.
  let value = (1 - power).addingProduct(-power, rest) / (1 + power).addingProduct(power, rest)
  return value.replacing(with: -value, where: negative)
}

/// e⁻ʸ = power · (1 + rest) for y ≥ 0, the power being one of two.
///
/// The exponential is taken of r = k ln 2 − y, which is at most ln 2 / 2, by its Taylor series to r¹³;
/// the next term is below 1e-18 of the sum.
@inline(__always)
private func exponential(minus y: Lane) -> (power: Lane, rest: Lane) {
  // e⁻⁷⁰⁰ is nothing beside 1, and the power stays a normal number. NaN stays NaN.
  let y = -y.replacing(with: 700, where: y .> 700)
  // Added and taken away again, 1.5 · 2⁵² rounds to a whole number and leaves it in the lowest bits.
  let shifter = Lane(repeating: 6_755_399_441_055_744)
  let shifted = shifter.addingProduct(y, Lane(repeating: 1.4426950408889634))
  let k = shifted - shifter
  // ln 2 in two parts, so that k ln 2 is exact where it cancels.
  let r = y.addingProduct(k, Lane(repeating: -0.6931471803691238))
    .addingProduct(k, Lane(repeating: -1.9082149292705877e-10))
  var series = Lane(repeating: 1 / 6_227_020_800)  // 1/13!
  series = Lane(repeating: 1 / 479_001_600).addingProduct(series, r)
  series = Lane(repeating: 1 / 39_916_800).addingProduct(series, r)
  series = Lane(repeating: 1 / 3_628_800).addingProduct(series, r)
  series = Lane(repeating: 1 / 362_880).addingProduct(series, r)
  series = Lane(repeating: 1 / 40_320).addingProduct(series, r)
  series = Lane(repeating: 1 / 5_040).addingProduct(series, r)
  series = Lane(repeating: 1 / 720).addingProduct(series, r)
  series = Lane(repeating: 1 / 120).addingProduct(series, r)
  series = Lane(repeating: 1 / 24).addingProduct(series, r)
  series = Lane(repeating: 1 / 6).addingProduct(series, r)
  series = Lane(repeating: 1 / 2).addingProduct(series, r)
  let bits = unsafeBitCast(shifted, to: SIMD8<UInt64>.self) &<< 52 &+ (1023 << 52)
  return (unsafeBitCast(bits, to: Lane.self), r.addingProduct(r * r, series))
}
