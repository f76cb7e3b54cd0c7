// A missing brace at the end of a function.
// line: 8
// help: Each { needs its }, as far from the margin as the line that opened it; where should this block end?
import Recurrent

func total(_ x: Vector) -> Double {
  var sum = 0.0
  for value in x {
    sum += value
  return sum
}

func mean(_ x: Vector) -> Double {
  return total(x) / Double(x.count)
}
