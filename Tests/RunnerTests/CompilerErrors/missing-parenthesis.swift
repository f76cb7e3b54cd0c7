// A missing parenthesis.
// line: 7
// help: This parenthesis is not closed where it should be; count those that open and those that close.
import Recurrent

func sigmoid(_ x: Double) -> Double {
  return 1 / (1 + exp(-x)
}
