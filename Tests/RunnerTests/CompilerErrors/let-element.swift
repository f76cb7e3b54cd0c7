// An element of a let.
// line: 8
// help: 'x' was made with let on line 7, and what let makes never changes; what changes is made with var.
import Recurrent

func oneHot(_ id: Int, size: Int) -> Vector {
  let x = Vector(zeros: size)
  x[id] = 1
  return x
}
