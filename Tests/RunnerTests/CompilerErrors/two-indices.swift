// Two indices on a Vector.
// line: 7
// help: A Vector has one index, the place from 0 on.
import Recurrent

func first(_ x: Vector) -> Double {
  return x[0, 0]
}
