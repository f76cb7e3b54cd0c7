// A function of the course, misspelt.
// line: 7
// help: Nothing here is called 'Matrx'; did you mean 'Matrix'?
import Recurrent

func start(_ vector: Vector) -> Matrix {
  return Matrx(column: vector)
}
