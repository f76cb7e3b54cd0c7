// A value of the wrong kind in a call.
// line: 7
// help: 'n' is a Double, and an Int is wanted; can it be counted in whole numbers from the beginning?
import Recurrent

func zeros(_ n: Double) -> Vector {
  return Vector(zeros: n)
}
