// One index on a Matrix.
// line: 7
// help: A Matrix is read with two indices in one pair of brackets, row and column; for a whole row there is row(_:).
import Recurrent

func firstRow(_ W: Matrix) -> Vector {
  return W[0]
}
