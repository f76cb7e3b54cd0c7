// A loop variable assigned.
// line: 9
// help: 'k' belongs to the loop, which sets it anew each time; what you want to change needs a var of its own.
import Recurrent

func evens(_ n: Int) -> [Int] {
  var result: [Int] = []
  for k in 0..<n {
    k += 1
    result.append(k)
  }
  return result
}
