// A power with **.
// line: 7
// help: Swift has no sign for powers; multiply a number with itself, or see pow.
import Recurrent

func square(_ x: Double) -> Double {
  return x ** 2
}
