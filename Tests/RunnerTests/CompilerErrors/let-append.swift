// append to a let.
// line: 8
// help: 'result' was made with let on line 7, and what let makes never changes; what changes is made with var.
import Recurrent

func squares(_ n: Int) -> [Int] {
  let result: [Int] = []
  for k in 0..<n { result.append(k * k) }
  return result
}
