// A missing return.
// line: 11
// help: The function promises a Double, and one way through it ends without a return; what is the result where it comes to this brace?
import Recurrent

func sumOfSquares(_ x: Vector) -> Double {
  var sum = 0.0
  for value in x {
    sum += value * value
  }
}
