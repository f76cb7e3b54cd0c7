// A member that there is not.
// line: 7
// help: A Matrix has nothing called 'rwo'; did you mean 'row'?
import Recurrent

func first(_ W: Matrix) -> Vector {
  return W.rwo(0)
}
