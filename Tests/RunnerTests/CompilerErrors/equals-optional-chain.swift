// A comparison of different types.
// line: 7
// help: Swift does not mix Int and Double, not even for ==; 'k' becomes a Double with Double(…).
import Recurrent

func isFirst(_ k: Int, _ x: Double) -> Bool {
  return k == x
}
