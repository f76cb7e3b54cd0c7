// A Double kept in an Int.
// line: 7
// help: A Double has a fraction and an Int has none; Int(…) cuts it off – is rounding down what you want here?
import Recurrent

func size(of elements: [Int]) -> Int {
  let n: Int = 0.8 * Double(elements.count)
  return n
}
