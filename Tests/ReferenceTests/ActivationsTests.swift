import Foundation
import Testing

@testable import Engines

@Suite("Activations of eight numbers at once")
struct ActivationsTests {
  /// Numbers of every size, both signs, the ends of the range, and what is no number.
  let arguments: [Double] = {
    let sizes = [
      0, 1e-300, 1e-20, 1e-9, 1e-3, 0.1, 0.3465, 0.35, 0.7, 1, 2, 5, 9.9, 18, 19.99, 20, 25,
    ]
    let wide = [37.0, 100, 699.9, 700, 710, 745, 1e4, 1e308, .infinity]
    let grid = stride(from: 0.013, to: 30, by: 0.0171)
    return (sizes + wide + grid).flatMap { [$0, -$0] } + [.nan]
  }()

  func applied(_ function: (Lanes, Int) -> Void) -> [Double] {
    let count = (arguments.count + 7) / 8
    let lanes = Lanes.zeros(count)
    defer { lanes.deallocate() }
    for (i, x) in arguments.enumerated() { lanes.scalars[i] = x }
    function(lanes, count)
    return arguments.indices.map { lanes.scalars[$0] }
  }

  @Test("tanh is libm's to four units in the last place, and keeps sign, zero, infinity and NaN")
  func tanhs() {
    for (x, y) in zip(arguments, applied { $0.applyTanh($1) }) {
      let expected = Foundation.tanh(x)
      if x.isNaN {
        #expect(y.isNaN)
      } else {
        #expect(abs(y - expected) <= 4 * expected.ulp, "tanh(\(x)) = \(y)")
        #expect(y.sign == expected.sign)
      }
    }
  }

  @Test("the sigmoid is right to six units in the last place, small results too")
  func sigmoids() {
    for (x, y) in zip(arguments, applied { $0.applySigmoid($1) }) {
      let e = Foundation.exp(-abs(x))
      let expected = x >= 0 ? 1 / (1 + e) : e / (1 + e)
      if x.isNaN {
        #expect(y.isNaN)
      } else if x < -700 {
        #expect(y >= 0 && y < 1e-303, "σ(\(x)) = \(y)")
      } else {
        #expect(abs(y - expected) <= 6 * expected.ulp, "σ(\(x)) = \(y)")
      }
    }
  }
}
