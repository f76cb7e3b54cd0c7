// A parameter without a type.
// line: 6
// help: A parameter has a name, a colon and a type; here one of them is missing.
import Recurrent

func twice(x) -> Double {
  return 2 * x
}
