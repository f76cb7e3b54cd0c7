// An Int variable times a Double.
// line: 7
// help: Swift does not mix Int and Double, not even for *; 'steps' becomes a Double with Double(…).
import Recurrent

func scaled(_ norm: Double, steps: Int) -> Double {
  let scale = norm * steps
  return scale
}
