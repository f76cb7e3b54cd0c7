// A wrong argument label.
// line: 14
// help: The call says 'state:' where 'rnnStep' wants 'hidden:'.
import Recurrent

func rnnStep(_ token: Int, hidden: Vector, parameters: RNNParameters) throws -> Vector {
  guard token >= 0 else { throw Negative() }
  return hidden
}
struct Negative: Error {}


func firstState(_ parameters: RNNParameters) throws -> Vector {
  return try rnnStep(0, state: Vector(zeros: 3), parameters: parameters)
}
