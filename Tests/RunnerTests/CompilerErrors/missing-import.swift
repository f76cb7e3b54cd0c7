// A function that an import would bring.
// line: 7
// help: Nothing here is called 'sqroot'; did you mean 'sqrt'?
import Recurrent

func root(_ x: Double) -> Double {
  return sqroot(x)
}
