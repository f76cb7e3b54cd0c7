// A Matrix plus a Vector.
// line: 7
// help: There is no + between a Matrix and a Vector as they are; write the shapes of both down: which of them should be another?
import Recurrent

func sum(_ W: Matrix, _ b: Vector) -> Matrix {
  return W + b
}
