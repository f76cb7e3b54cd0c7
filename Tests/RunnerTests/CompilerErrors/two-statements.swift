// Two statements on one line.
// line: 7
// help: Two statements stand on this line; the second one wants a line of its own.
import Recurrent

func pair() -> Int {
  let a = 1 let b = 2
  return a + b
}
