// A return in one branch only.
// line: 10
// help: The function promises a Double, and one way through it ends without a return; what is the result where it comes to this brace?
import Recurrent

func sigmoid(_ x: Double) -> Double {
  if x >= 0 {
    return 1 / (1 + exp(-x))
  }
}
