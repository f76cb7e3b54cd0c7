// A result that is not used: a warning, no error.
// line: 8
// help: Nothing here is called 'y'; where should it come from: a parameter, a line above, or a function of the course?
import Recurrent

func step(_ x: Vector) -> Vector {
  x.map { 2 * $0 }
  return y
}
