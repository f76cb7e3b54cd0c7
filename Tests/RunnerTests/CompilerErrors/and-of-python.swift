// and, or, not.
// line: 7
// help: Swift writes and as &&.
import Recurrent

func inside(_ x: Double) -> Bool {
  if x > 0 and x < 1 {
    return true
  }
  return false
}
