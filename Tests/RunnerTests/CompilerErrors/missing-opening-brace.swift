// A missing brace at the beginning.
// line: 6
// help: A function's body stands between { and }; the first of them is missing after the signature.
import Recurrent

func total(_ x: Vector) -> Double
  var sum = 0.0
  for value in x { sum += value }
  return sum
}
