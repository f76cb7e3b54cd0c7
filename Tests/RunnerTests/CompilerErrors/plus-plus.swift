// ++.
// line: 9
// help: Swift has no ++; one step is += 1, here for 'n'.
import Recurrent

func count(_ x: Vector) -> Int {
  var n = 0
  for value in x where value > 0 {
    n++
  }
  return n
}
