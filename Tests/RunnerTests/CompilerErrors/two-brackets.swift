// Two pairs of brackets on a Matrix.
// line: 7
// help: A Matrix is read with two indices in one pair of brackets, row and column; for a whole row there is row(_:).
import Recurrent

func corner(_ W: Matrix) -> Double {
  return W[0][0]
}
