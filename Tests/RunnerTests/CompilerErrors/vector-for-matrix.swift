// A Vector returned where a Matrix is promised.
// line: 7
// help: This is a Vector, and the function promises a Matrix; which operation on two vectors gives rows and columns?
import Recurrent

func outerProduct(_ a: Vector, _ b: Vector) -> Matrix {
  return a * b
}
