// A value returned from a function that promises none.
// line: 7
// help: The signature does not say that the function gives anything back; its arrow -> and the type are missing.
import Recurrent

func double(_ x: Vector) {
  return 2 * x
}
