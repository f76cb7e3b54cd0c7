// A variable used before it has a value.
// line: 8
// help: 'sum' has no value yet when this line is reached; with which value does it begin, on line 7?
import Recurrent

func total(_ x: Vector) -> Double {
  var sum: Double
  for value in x { sum += value }
  return sum
}
