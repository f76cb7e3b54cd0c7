// Int against Double in arithmetic.
// line: 7
// help: This is an Int and the function promises a Double; Swift mixes the two nowhere, and 'losses.count' becomes one with Double(…).
import Recurrent

func mean(_ losses: [Double]) -> Double {
  return losses.reduce(0, +) / losses.count
}
