// A missing argument.
// line: 14
// help: 'rnnStep' wants one thing more: 'parameters'.
import Recurrent

func rnnStep(_ token: Int, hidden: Vector, parameters: RNNParameters) throws -> Vector {
  guard token >= 0 else { throw Negative() }
  return hidden
}
struct Negative: Error {}


func firstState(_ parameters: RNNParameters) throws -> Vector {
  return try rnnStep(0, hidden: Vector(zeros: 3))
}
