import Recurrent

// The activations of eight numbers at once, to within a few units in the last place: libm's tanh takes
// ten nanoseconds each, a third of all training. They work on runs of lanes in place: a lane that is
// handed to a function that is not inlined travels in narrow registers.

extension UnsafeMutablePointer<Lane> {
  /// x = tanh(x), for `count` lanes.
  package func applyTanh(_ count: Int) { setTanh(of: self, count) }

  /// self = tanh(x): tanh|x| = t/(t + 2) with t = e^{2|x|} − 1.
  package func setTanh(of x: Lanes, _ count: Int) {
    for k in 0..<count {
      let bits = unsafeBitCast(x[k], to: SIMD8<UInt64>.self)
      let sign = bits & (1 << 63)
      var magnitude = unsafeBitCast(bits ^ sign, to: Lane.self)
      // From 20 on, tanh is 1 to the last digit, and 2ᵏ stays far from overflow. NaN stays NaN.
      magnitude.replace(with: 20, where: magnitude .> 20)
      let (power, rest) = exponential(magnitude + magnitude)
      let t = (power - 1).addingProduct(power, rest)
      let tanh = t / (t + 2)
      self[k] = unsafeBitCast(unsafeBitCast(tanh, to: SIMD8<UInt64>.self) | sign, to: Lane.self)
    }
  }

  /// x = σ(x), for `count` lanes: e/(1 + e) with e = eˣ for negative x, where the result is small and
  /// all its digits count, and 1/(1 + e) with e = e⁻ˣ otherwise.
  package func applySigmoid(_ count: Int) {
    for k in 0..<count {
      let isNegative = self[k] .< 0
      let bits = unsafeBitCast(self[k], to: SIMD8<UInt64>.self)
      var y = unsafeBitCast(bits | (1 << 63), to: Lane.self)
      // Beyond −700 the result is below 1e-304. NaN stays NaN.
      y.replace(with: -700, where: y .< -700)
      let (power, rest) = exponential(y)
      let e = power.addingProduct(power, rest)
      self[k] = Lane(repeating: 1).replacing(with: e, where: isNegative) / (1 + e)
    }
  }
}

/// eʸ = power · (1 + rest), for |y| ≤ 700.
///
/// y = k ln 2 + r with |r| ≤ ln 2 / 2; the power is 2ᵏ and the rest eʳ − 1, by its Taylor series to r¹³
/// (the next term is below 1e-18 of the sum). Kept apart, small results stay exact.
@inline(__always)
private func exponential(_ y: Lane) -> (power: Lane, rest: Lane) {
  // Added and taken away again, 1.5 · 2⁵² rounds to a whole number and leaves it in the lowest bits.
  let shifter = Lane(repeating: 6_755_399_441_055_744)
  let shifted = shifter.addingProduct(y, Lane(repeating: 1.4426950408889634))
  let k = shifted - shifter
  // ln 2 in two parts, so that k ln 2 is exact where it cancels.
  let r = (y - k * 0.6931471803691238).addingProduct(k, Lane(repeating: -1.9082149292705877e-10))

  var series = Lane(repeating: 1.6059043836821613e-10)  // 1/13!
  series = Lane(repeating: 2.08767569878681e-09).addingProduct(series, r)  // 1/12!
  series = Lane(repeating: 2.505210838544172e-08).addingProduct(series, r)  // 1/11!
  series = Lane(repeating: 2.755731922398589e-07).addingProduct(series, r)  // 1/10!
  series = Lane(repeating: 2.7557319223985893e-06).addingProduct(series, r)  // 1/9!
  series = Lane(repeating: 2.48015873015873e-05).addingProduct(series, r)  // 1/8!
  series = Lane(repeating: 0.0001984126984126984).addingProduct(series, r)  // 1/7!
  series = Lane(repeating: 0.001388888888888889).addingProduct(series, r)  // 1/6!
  series = Lane(repeating: 0.008333333333333333).addingProduct(series, r)  // 1/5!
  series = Lane(repeating: 0.041666666666666664).addingProduct(series, r)  // 1/4!
  series = Lane(repeating: 0.16666666666666666).addingProduct(series, r)  // 1/3!
  series = Lane(repeating: 0.5).addingProduct(series, r)  // 1/2!

  // 2ᵏ by writing k into the exponent's bits.
  let bits = unsafeBitCast(shifted, to: SIMD8<UInt64>.self) &<< 52 &+ (1023 << 52)
  return (unsafeBitCast(bits, to: Lane.self), r.addingProduct(r * r, series))
}
