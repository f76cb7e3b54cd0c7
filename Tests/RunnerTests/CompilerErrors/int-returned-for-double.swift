// An Int returned where a Double is promised.
// line: 8
// help: This is an Int and the function promises a Double; Swift mixes the two nowhere, and 'n' becomes one with Double(…).
import Recurrent

func count(_ ids: [Int]) -> Double {
  let n = ids.count
  return n
}
