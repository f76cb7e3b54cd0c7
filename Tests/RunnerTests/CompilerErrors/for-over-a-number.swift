// for over a number.
// line: 8
// help: A loop runs over a sequence, and a number is none; the numbers below n are 0..<n.
import Recurrent

func total(_ x: Vector) -> Double {
  var sum = 0.0
  for i in x.count {
    sum += x[i]
  }
  return sum
}
