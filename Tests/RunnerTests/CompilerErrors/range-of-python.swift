// range(…).
// line: 8
// help: Swift writes a range as 0..<n.
import Recurrent

func total(_ x: Vector) -> Double {
  var sum = 0.0
  for i in range(x.count) {
    sum += x[i]
  }
  return sum
}
