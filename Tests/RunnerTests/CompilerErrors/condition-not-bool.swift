// A number as a condition.
// line: 7
// help: A condition is true or false, and 'n' is neither; with what should it be compared?
import Recurrent

func clip(_ n: Int) -> Int {
  if n {
    return 1
  }
  return 0
}
