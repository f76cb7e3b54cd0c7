// An array where a Vector is wanted.
// line: 8
// help: An array of Double is no Vector yet; Vector(…) makes one of it.
import Recurrent

func ones(_ n: Int) -> Vector {
  let values = Array(repeating: 1.0, count: n)
  return values
}
