/// The hyperbolic tangent of eight numbers at once, to within three units in the last place.
///
/// tanh|x| = t/(t + 2) with t = e^{2|x|} − 1. The exponential is taken of r = 2|x| − k ln 2, which is at
/// most ln 2 / 2, by its Taylor series to r¹³ (the next term is below 1e-18 of the sum); taking one
/// away before the scaling by 2ᵏ keeps small x exact.
///
/// libm's tanh takes ten nanoseconds each, a third of all training.
@inline(__always)
func tanh(_ x: Lane) -> Lane {
  let sign = x.replacing(with: -1, where: x .< 0).replacing(with: 1, where: x .>= 0)
  // From 20 on, tanh is 1 to the last digit, and 2ᵏ stays far from overflow. NaN stays NaN.
  let y = 2 * (x * sign).replacing(with: 20, where: x * sign .> 20)
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
  let exponentialMinusOne = r.addingProduct(r * r, series)

  // 2ᵏ by writing k into the exponent's bits.
  let bits = unsafeBitCast(shifted, to: SIMD8<UInt64>.self) &<< 52 &+ (1023 << 52)
  let power = unsafeBitCast(bits, to: Lane.self)
  let t = (power - 1).addingProduct(power, exponentialMinusOne)
  return sign * (t / (t + 2))
}
