// for with semicolons.
// line: 8
// help: Swift counts with a range: for, a name, in, and the numbers as 0..<n.
import Recurrent

func total(_ x: Vector) -> Double {
  var sum = 0.0
  for (var i = 0; i < x.count; i += 1) {
    sum += x[i]
  }
  return sum
}
