// A parameter assigned.
// line: 8
// help: 'hidden' is a parameter, and parameters cannot be changed; work on a copy of it, made with var.
import Recurrent

func lastState(_ hidden: Vector, steps: Int) -> Vector {
  for _ in 0..<steps {
    hidden = hidden.map { 0.5 * $0 }
  }
  return hidden
}
