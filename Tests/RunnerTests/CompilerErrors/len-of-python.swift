// len(…).
// line: 7
// help: The number of elements is a property: .count.
import Recurrent

func size(_ x: Vector) -> Int {
  return len(x)
}
