// A change to the result of a call.
// line: 7
// help: A function gives back a value of its own, and a change to that would be lost; which variable should hold it, or what should be changed instead?
import Recurrent

func raise(_ W: Matrix) -> Matrix {
  W.row(0)[0] = 1
  return W
}
