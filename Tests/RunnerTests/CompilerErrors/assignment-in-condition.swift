// = in place of ==.
// line: 7
// help: One = gives a new value, two of them compare: this condition wants ==.
import Recurrent

func isEnd(_ token: Int, _ endOfSequence: Int) -> Bool {
  if token = endOfSequence {
    return true
  }
  return false
}
