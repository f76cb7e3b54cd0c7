// A Double as an index.
// line: 8
// help: An index is an Int, and 'half' is a Double; can it be counted in whole numbers from the beginning?
import Recurrent

func middle(_ x: Vector) -> Double {
  let half = Double(x.count) / 2
  return x[half]
}
