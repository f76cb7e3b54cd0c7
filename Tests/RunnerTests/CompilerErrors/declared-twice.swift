// A name declared twice.
// line: 8
// help: There is a 'hidden' already, from line 7; should this be another name, or a new value for that one?
import Recurrent

func step(_ x: Vector) -> Vector {
  let hidden = x
  let hidden = hidden.map { 2 * $0 }
  return hidden
}
