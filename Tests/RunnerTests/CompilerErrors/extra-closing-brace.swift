// A brace too many.
// line: 11
// help: What it closes was opened further to the left; is this } one too many, or is a { missing above?
import Recurrent

func total(_ x: Vector) -> Double {
  var sum = 0.0
  for value in x {
    sum += value
  }
  }
  return sum
}
