// if without braces.
// line: 7
// help: What an if does stands in braces { }, also when it is one line.
import Recurrent

func positive(_ x: Double) -> Double {
  if x > 0 return x
  return 0
}
