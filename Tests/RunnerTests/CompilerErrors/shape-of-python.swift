// A member that other languages have.
// line: 7
// help: A Matrix has rows and columns, a Vector has count.
import Recurrent

func size(_ W: Matrix) -> Int {
  return W.shape[0]
}
